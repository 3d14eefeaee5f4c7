//! The types of the parameters that a program sends.

use std::future::Future;
use std::hint::black_box;
use std::pin::Pin;

use schema_core::Result;
use schema_core::prelude::*;
use schema_ddl::model::{
    Column, DataType, Model, Name, PartitionBy, PartitionOf, PartitionStrategy,
};
use schema_kit::queries::{ExpectedType, Found, Missing, MissingKind, Problem, Report};
use schema_tests::db;
use sqlx::PgPool;

use super::program::query;
use super::{broken_by, check, messages, model};

#[derive(Debug, PgEnum)]
enum Level {
    Low,
    High,
}

#[derive(Debug, Clone, PgComposite)]
struct Street {
    name: String,
    number: i32,
}

#[derive(Debug, PgNewtype)]
#[pg_newtype(domain = "email", check = "value like '%@%'")]
struct Email(String);

#[table(name = "people")]
#[derive(Debug)]
struct Person {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    nick: String,
    email: Email,
    street: Street,
    level: Level,
    levels: Vec<Level>,
    face: Vector<3>,
    age: Option<i32>,
}

#[derive(Debug, Params)]
struct Chosen {
    levels: Vec<Level>,
    email: Email,
}

const COLUMNS: &str = r#"select "people"."id" from "people""#;

async fn run(pool: &PgPool) -> Result<()> {
    let ids = Person.select().columns(Person.id);
    ids.filter(Person.name.eq("Ana").and(Person.nick.eq("ana")))
        .limit(3)
        .offset(6)
        .fetch_all(pool)
        .await?;
    ids.filter(Person.level.eq_any([Level::Low, Level::High]))
        .filter(Person.age.eq_any([1, 2]))
        .fetch_all(pool)
        .await?;
    let street = Street {
        name: "Main".to_owned(),
        number: 1,
    };
    ids.filter(Person.email.eq(Email("a@b".to_owned())))
        .filter(Person.street.eq(street))
        .fetch_all(pool)
        .await?;
    ids.order_by(Person.face.l2_distance(Vector::from([1.0, 2.0, 3.0])))
        .limit(1)
        .fetch_all(pool)
        .await?;
    ids.filter(Person.level.eq_any(Chosen.levels))
        .filter(Person.email.ne(Chosen.email))
        .prepare::<Chosen>()?
        .bind(Chosen {
            levels: vec![Level::Low],
            email: Email("a@b".to_owned()),
        })
        .fetch_all(pool)
        .await?;
    Person
        .update()
        .set(Person.age, Some(3))
        .filter(Person.name.eq("Lee"))
        .execute(pool)
        .await?;
    Ok(())
}

/// Returns a query of [`run`].
#[track_caller]
fn own(rest: &str) -> Found {
    db::run(async |db| {
        let future: Pin<Box<dyn Future<Output = Result<()>> + '_>> = Box::pin(run(db.pool()));
        drop(black_box(future));
    });
    query(&format!("{COLUMNS}{rest}"))
}

const BY_NAME: &str = r#" where "people"."name" = $1 and "people"."nick" = $2 limit $3 offset $4"#;
const BY_LEVEL: &str = r#" where "people"."level" = any($1) and "people"."age" = any($2)"#;
const BY_EMAIL: &str = r#" where "people"."email" = $1 and "people"."street" = $2"#;
const NEAREST: &str = r#" order by "people"."face" <-> $1 limit $2"#;
const PREPARED: &str = r#" where "people"."level" = any($1) and "people"."email" <> $2"#;
const UPDATE: &str = r#"update "people" set "age" = $1 where "people"."name" = $2"#;

const INT8: ExpectedType = ExpectedType::BuiltIn(20);
const INT4: ExpectedType = ExpectedType::BuiltIn(23);
const TEXT: ExpectedType = ExpectedType::BuiltIn(25);
const INT4_ARRAY: ExpectedType = ExpectedType::BuiltIn(1007);

fn named(name: &str, array: bool) -> ExpectedType {
    ExpectedType::Named {
        name: name.to_owned(),
        array,
    }
}

/// A query that sends values of these types.
fn sends(sql: &str, parameters: &[&[ExpectedType]]) -> Found {
    let lists = parameters
        .iter()
        .map(|list| list.iter().cloned().map(Some).collect());
    Found {
        parameters: lists.collect(),
        ..Found::new(sql)
    }
}

fn people() -> Model {
    model(&schema![Person])
}

/// Returns the column of the table in a model.
fn column<'m>(model: &'m mut Model, name: &str) -> &'m mut Column {
    let mut columns = model.tables[0].columns.iter_mut();
    columns.find(|column| column.name == name).unwrap()
}

#[track_caller]
fn report(query: Found, model: &Model) -> Report {
    check(&[query], model, &[]).remove(0)
}

#[test]
fn the_types_of_parameters_are_found_in_their_order() {
    let is = |rest: &str, types: &[ExpectedType]| {
        let types: Vec<_> = types.iter().cloned().map(Some).collect();
        assert_eq!(own(rest).parameters, [types], "{rest}");
    };
    is(BY_NAME, &[TEXT, TEXT, INT8, INT8]);
    is(BY_LEVEL, &[named(r#""level""#, true), INT4_ARRAY]);
    is(
        BY_EMAIL,
        &[named(r#""email""#, false), named(r#""street""#, false)],
    );
    is(NEAREST, &[named("vector", false), INT8]);
    is(
        PREPARED,
        &[named(r#""level""#, true), named(r#""email""#, false)],
    );
}

#[test]
fn types_of_every_kind_fit_their_own_tables_and_are_shown() {
    let model = people();
    let shown = |rest: &str| {
        let report = report(own(rest), &model);
        assert_eq!(report.problems, [], "{report}");
        report.parameters.join(", ")
    };
    assert_eq!(shown(BY_NAME), "text, text, bigint, bigint");
    assert_eq!(shown(BY_LEVEL), "level[], integer[]");
    assert_eq!(shown(BY_EMAIL), "email, street");
    assert_eq!(shown(PREPARED), "level[], email");
    let nearest = report(own(NEAREST), &model);
    assert!(!nearest.fails(), "{nearest}");
    assert_eq!(nearest.parameters, ["vector", "bigint"]);
}

#[test]
fn a_parameter_that_no_longer_fits_a_column_is_reported() {
    let mut model = people();
    column(&mut model, "name").data_type = DataType::parse("integer");
    let by_name = report(own(BY_NAME), &model);
    assert!(by_name.fails());
    assert!(
        messages(&by_name.problems)[0]
            .starts_with("the server refuses it: operator does not exist: integer = text"),
        "{by_name}"
    );
    let mut model = people();
    column(&mut model, "age").data_type = DataType::parse("date");
    own(BY_NAME);
    let update = report(query(UPDATE), &model);
    assert_eq!(
        messages(&update.problems),
        [
            "the server refuses it: column \"age\" is of type date but expression is of type integer \
             (You will need to rewrite or cast the expression.)"
        ]
    );
    // Without the types, the server would infer that it is a `date`.
    assert_eq!(report(Found::new(UPDATE), &model).problems, []);
}

#[test]
fn a_parameter_that_the_server_converts_is_no_problem() {
    let mut model = people();
    for (data_type, name) in [("varchar(9)", "name"), ("bigint", "age")] {
        column(&mut model, name).data_type = DataType::parse(data_type);
    }
    own(BY_NAME);
    assert_eq!(report(own(BY_NAME), &model).problems, []);
    assert_eq!(report(query(UPDATE), &model).problems, []);
}

#[test]
fn a_type_that_the_schema_lacks_is_named() {
    let mut model = people();
    model.enums.clear();
    for name in ["level", "levels"] {
        column(&mut model, name).data_type = DataType::parse("text");
    }
    let report = report(own(BY_LEVEL), &model);
    assert_eq!(
        report.problems,
        [Problem::Refused {
            message: r#"type "level"[] does not exist"#.to_owned(),
            hint: None,
            missing: Some(Missing {
                kind: MissingKind::Type,
                name: "level".to_owned(),
            }),
        }]
    );
}

#[test]
fn a_text_of_which_the_server_infers_no_types_is_checked_with_those_of_the_program() {
    let model = people();
    let checked = report(sends("select $1 is null", &[&[TEXT]]), &model);
    assert_eq!(checked.problems, []);
    assert_eq!(checked.parameters, ["text"]);
    let overloaded = r#"select "id" from "people" where "id" = $1 + $2"#;
    assert!(matches!(
        report(Found::new(overloaded), &model).problems[..],
        [Problem::Undetermined { .. }]
    ));
    let checked = report(sends(overloaded, &[&[INT4, INT8]]), &model);
    assert_eq!(
        checked.to_string(),
        format!(
            "{overloaded}\n    parameters: integer, bigint\n    reads people by people_pkey (people.id = ($1 + $2))\n"
        )
    );
    // A parameter whose type is not known is inferred.
    let mut query = sends(
        r#"select $1 is null and "id" = $2 from "people""#,
        &[&[TEXT, INT8]],
    );
    query.parameters[0][1] = None;
    assert_eq!(report(query, &model).parameters, ["text", "bigint"]);
}

#[test]
fn each_list_of_one_text_is_checked() {
    let model = people();
    let sql = r#"select "id" from "people" where "name" = $1"#;
    let both = report(sends(sql, &[&[TEXT], &[INT4]]), &model);
    assert_eq!(both.parameters, ["text"]);
    assert!(
        messages(&both.problems)[0].contains("operator does not exist: text = integer"),
        "{both}"
    );
    assert_eq!(both.problems.len(), 1);
    let broken = broken_by(&[sends(sql, &[&[TEXT], &[INT4]])], &model, &model);
    assert_eq!(broken, []);
}

#[test]
fn the_plan_is_that_for_any_value_of_these_types() {
    let mut model = people();
    let by_id = r#"select "id" from "people" where "id" = $1"#;
    let checked = |data_type: ExpectedType| {
        let query = sends(by_id, &[&[data_type]]);
        check(&[query], &model, &["people"]).remove(0)
    };
    for fits in [INT8, INT4] {
        let report = checked(fits);
        assert_eq!(report.problems, []);
        // The server would not read the table to find NULL.
        let condition = report.accesses[0].condition.as_deref();
        assert_eq!(condition, Some("(people.id = $1)"));
    }
    assert_eq!(
        messages(&checked(ExpectedType::BuiltIn(1700)).problems),
        ["every row of `people` is read, because no index serves `((people.id)::numeric = $1)`"]
    );
    // NULL is no value of this domain.
    let domain = &mut model.domains[0];
    domain.not_null = true;
    let found = report(own(BY_EMAIL), &model);
    assert_eq!(found.problems, []);
    assert_eq!(found.accesses.len(), 1);
}

/// The server would leave out the partitions that have no row for NULL.
#[test]
fn the_plan_has_every_partition() {
    #[table(name = "visits")]
    #[derive(Debug)]
    struct Visit {
        #[column(sql_type = "varchar(9)")]
        city: String,
    }

    let mut model = model(&schema![Visit]);
    let parts = ["a", "b"].map(|city| {
        let mut part = model.tables[0].clone();
        part.name = Name::new(format!("visits_{city}"));
        part.partition_of = Some(PartitionOf {
            parent: Name::new("visits"),
            bound: format!("for values in ('{city}')"),
        });
        part
    });
    model.tables[0].partition_by = Some(PartitionBy {
        strategy: PartitionStrategy::List,
        key: r#""city""#.to_owned(),
    });
    model.tables.extend(parts);
    let sql = r#"select 1 from "visits" where "city" = $1"#;
    let plan = |query: Found| check(&[query], &model, &["visits"]).remove(0);
    let sent = plan(sends(sql, &[&[TEXT]]));
    assert_eq!(sent.accesses.len(), 2, "{sent}");
    assert_eq!(sent, plan(Found::new(sql)));
}

#[test]
fn the_types_of_both_schemas_are_told_apart() {
    let from = people();
    let mut to = from.clone();
    column(&mut to, "age").data_type = DataType::parse("text");
    let found = [own(BY_LEVEL), own(BY_EMAIL), own(BY_NAME), query(UPDATE)];
    let broken = broken_by(&found, &from, &to);
    let texts: Vec<&str> = broken.iter().map(|query| query.sql.as_str()).collect();
    assert_eq!(texts, [&format!("{COLUMNS}{BY_LEVEL}")]);
    assert!(messages(&broken[0].problems)[0].contains("operator does not exist: text = integer"));
    // The enum of another Postgres schema is not the one that the program sends.
    let mut to = from.clone();
    to.enums[0].name = Name::new("degree");
    for (name, data_type) in [("level", "degree"), ("levels", "degree[]")] {
        column(&mut to, name).data_type = DataType::parse(data_type);
    }
    let broken = broken_by(&found, &from, &to);
    assert_eq!(
        messages(&broken[0].problems),
        [r#"the server refuses it: type "level"[] does not exist"#]
    );
}
