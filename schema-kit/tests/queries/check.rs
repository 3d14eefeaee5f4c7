//! Statements that the server refuses, and the indexes that they use.

use schema_core::schema;
use schema_kit::queries::{Found, Missing, MissingKind, Problem, compare, record};

use super::program::{
    self, ASSUMED, BY_CITY, BY_EMAIL, CREATE, DELETE, Order, Patient, SUMMARY, WITH_ORDERS,
};
use super::{check, check_one, messages, model};

#[test]
fn the_queries_of_a_program_fit_its_own_tables() {
    let model = model(&schema![Patient, Order]);
    let found: Vec<Found> = [
        BY_EMAIL,
        BY_CITY,
        SUMMARY,
        WITH_ORDERS,
        ASSUMED,
        DELETE,
        CREATE,
    ]
    .map(program::query)
    .to_vec();
    let reports = check(&found, &model, &[]);
    for report in &reports {
        assert_eq!(report.problems, [], "{report}");
    }
    let by_email = reports
        .iter()
        .find(|report| report.sql == BY_EMAIL)
        .unwrap();
    assert_eq!(
        by_email.to_string(),
        format!(
            "{BY_EMAIL}\n    parameters: text\n    reads patients by patients_email_key (patients.email = $1)\n"
        )
    );
}

#[test]
fn a_missing_table_or_column_is_named() {
    let model = model(&schema![Patient, Order]);
    let missing = |sql: &str| {
        let report = check_one(sql, &model, &[]);
        assert!(report.fails());
        match report.problems.as_slice() {
            [Problem::Refused { missing, .. }] => missing.clone().unwrap(),
            other => panic!("{other:?}"),
        }
    };
    let is = |kind, name: &str| Missing {
        kind,
        name: name.to_owned(),
    };
    assert_eq!(
        missing(r#"select "x"."id" from "visits" as "x""#),
        is(MissingKind::Table, "visits")
    );
    assert_eq!(
        missing(r#"select "patients"."nam" from "patients""#),
        is(MissingKind::Column, "patients.nam")
    );
    assert_eq!(
        missing(r#"select no_such_function("patients"."id") from "patients""#),
        is(MissingKind::Function, "no_such_function")
    );
    assert_eq!(
        missing(r#"select $1::"mood""#),
        is(MissingKind::Type, "mood")
    );
    assert_eq!(
        missing(r#"select 1 from "clinic"."rooms""#).kind,
        MissingKind::Table
    );
}

#[test]
fn the_other_queries_are_checked_after_one_that_the_server_refuses() {
    let model = model(&schema![Patient, Order]);
    let found = [
        Found::new("select from"),
        Found::new("selec"),
        Found::new("select 1"),
    ];
    let reports = check(&found, &model, &[]);
    assert!(reports[1].fails());
    assert!(!reports[2].fails());
}

#[test]
fn a_parameter_of_unknown_type_is_not_a_failure() {
    let model = model(&schema![Patient, Order]);
    let report = check_one("select $1 is null", &model, &[]);
    assert!(!report.fails());
    assert!(
        messages(&report.problems)[0].starts_with("not checked, because the server does not know")
    );
}

#[test]
fn a_condition_that_no_index_serves_is_reported_for_large_tables() {
    let model = model(&schema![Patient, Order]);
    let by_city = check_one(BY_CITY, &model, &["patients", "orders"]);
    assert_eq!(
        messages(&by_city.problems),
        ["every row of `patients` is read, because no index serves `((patients.city)::text = $1)`"]
    );
    assert!(!by_city.fails());
    assert_eq!(check_one(BY_CITY, &model, &["orders"]).problems, []);
    assert_eq!(check_one(SUMMARY, &model, &["patients"]).problems, []);
    let delete = check_one(DELETE, &model, &["orders"]);
    assert_eq!(
        messages(&delete.problems),
        ["every row of `orders` is read, because no index serves `(orders.note = $1)`"]
    );
}

#[test]
fn reading_every_row_is_reported_but_not_the_first_ones_by_an_index() {
    let model = model(&schema![Patient, Order]);
    let all = check_one(r#"select "email" from "patients""#, &model, &["patients"]);
    assert_eq!(messages(&all.problems), ["every row of `patients` is read"]);
    let sql = r#"select "email" from "patients" order by "id" limit 10"#;
    let first = check_one(sql, &model, &["patients"]);
    assert_eq!(first.problems, []);
    assert_eq!(first.accesses[0].indexes, ["patients_pkey"]);
    // Any number of rows can be read before ten fit.
    let sql = r#"select "email" from "patients" where "city" = 'Rome' order by "id" limit 10"#;
    let filtered = check_one(sql, &model, &["patients"]);
    assert!(messages(&filtered.problems)[0].contains("no index serves"));
}

#[test]
fn both_sides_of_a_join_have_their_indexes() {
    let model = model(&schema![Patient, Order]);
    let sql = r#"select "orders"."id" from "patients" join "orders" on "orders"."patient_id" = "patients"."id" where "patients"."email" = $1"#;
    let report = check_one(sql, &model, &["patients", "orders"]);
    assert_eq!(report.problems, []);
    let indexes: Vec<&String> = report
        .accesses
        .iter()
        .flat_map(|access| &access.indexes)
        .collect();
    assert_eq!(indexes, ["patients_email_key", "orders_patient_id_idx"]);
    // Without an index for the join, the condition of the join is named.
    let sql = sql.replace(
        r#""orders"."patient_id" ="#,
        r#""orders"."note"::bigint + 1 >"#,
    );
    let report = check_one(&sql, &model, &["orders"]);
    assert!(
        messages(&report.problems)[0].contains("no index serves"),
        "{report}"
    );
}

#[test]
fn a_changed_plan_is_found_in_the_record() {
    let with_index = model(&schema![Patient, Order]);
    let mut without = with_index.clone();
    without.tables[0].indexes.clear();
    let found = [program::query(SUMMARY), program::query(BY_EMAIL)];
    let old = record(&check(&found, &with_index, &["patients"]));
    let again = record(&check(&found, &with_index, &["patients"]));
    assert!(compare(&old, &again).is_empty());
    let new = record(&check(&found, &without, &["patients"]));
    assert_eq!(
        compare(&old, &new).to_string(),
        [
            &format!("~ {SUMMARY}"),
            "    - reads patients by patients_age_idx (patients.age >= $1)",
            "    + reads patients row by row, tests (patients.age >= $1)",
            "    + problem: every row of `patients` is read, because no index serves `(patients.age >= $1)`\n",
        ]
        .join("\n")
    );
}

#[test]
fn reports_are_serialized_with_the_kind_of_problem() {
    let model = model(&schema![Patient, Order]);
    let report = check_one(r#"select "x" from "orders""#, &model, &[]);
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["problems"][0]["problem"], "refused");
    assert_eq!(json["problems"][0]["missing"]["kind"], "column");
}
