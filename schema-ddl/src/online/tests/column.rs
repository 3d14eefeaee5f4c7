//! Columns.

use super::{changes, changes_one, check, index, model, steps, table};
use crate::model::{Column, Composite, DataType, Field, Identity, Name, SequenceOptions, Table};
use crate::online::OnlineOptions;

#[test]
fn a_check_proves_that_there_are_no_nulls() {
    changes_one(
        &table("t", "a integer"),
        |to| {
            to.columns[0].nullable = false;
            to.columns[0].default = Some("1".into());
        },
        &[
            r#"alter table "t" alter column "a" set default 1"#,
            r#"alter table "t" add constraint "t_a_not_null_check" check ("a" is not null) not valid"#,
            r#"alone: alter table "t" validate constraint "t_a_not_null_check""#,
            r#"alter table "t" alter column "a" set not null"#,
            r#"alter table "t" drop constraint "t_a_not_null_check""#,
        ],
    );
}

#[test]
fn an_identity_follows_not_null() {
    changes_one(
        &table("t", "a integer"),
        |to| {
            to.columns[0].nullable = false;
            to.columns[0].identity = Some(Identity {
                always: true,
                sequence: SequenceOptions::default(),
            });
        },
        &[
            r#"alter table "t" add constraint "t_a_not_null_check" check ("a" is not null) not valid"#,
            r#"alone: alter table "t" validate constraint "t_a_not_null_check""#,
            r#"alter table "t" alter column "a" set not null"#,
            r#"alter table "t" alter column "a" add generated always as identity"#,
            r#"select setval(pg_get_serial_sequence('"t"', 'a'), greatest(max("a")::bigint + 1, 1), false) from "t""#,
            r#"alter table "t" drop constraint "t_a_not_null_check""#,
        ],
    );
}

#[test]
fn a_check_of_the_table_can_be_the_proof() {
    let from = Table {
        checks: vec![check("c", "a is not null")],
        ..table("t", "a integer")
    };
    changes_one(
        &from,
        |to| to.columns[0].nullable = false,
        &[r#"alter table "t" alter column "a" set not null"#],
    );
}

#[test]
fn the_name_of_the_check_is_free_and_not_too_long() {
    let long = "n".repeat(60);
    let from = Table {
        checks: vec![check("t_a_not_null_check", "a > 0")],
        ..table("t", &format!("a integer, {long} integer"))
    };
    let mut to = from.clone();
    to.columns[0].nullable = false;
    to.columns[1].nullable = false;
    let steps = steps(&model(&[from]), &model(&[to]), OnlineOptions::default());
    assert!(
        steps[0].contains(r#"add constraint "t_a_not_null_check1" check"#),
        "{steps:?}"
    );
    let name = format!("t_{}_not_null_check", "n".repeat(46));
    assert_eq!(name.len(), 63);
    let add = steps.iter().find(|step| step.contains(&name));
    assert!(add.is_some(), "{steps:?}");
}

#[test]
fn a_row_with_an_empty_field_is_a_value() {
    let place = Composite {
        name: Name::new("place"),
        fields: vec![Field {
            name: "x".into(),
            data_type: DataType::parse("integer"),
            collate: None,
        }],
        comment: None,
    };
    let mut from = model(&[Table {
        columns: vec![Column {
            nullable: true,
            ..Column::new("a", DataType::parse("place"))
        }],
        ..Table::new(Name::new("t"))
    }]);
    from.composites.push(place);
    let mut to = from.clone();
    to.tables[0].columns[0].nullable = false;
    assert_eq!(
        steps(&from, &to, OnlineOptions::default()),
        [r#"alter table "t" alter column "a" set not null"#]
    );
}

fn with_token(from: &Table) -> Table {
    let mut to = from.clone();
    to.columns.push(Column {
        default: Some("gen_random_uuid()".into()),
        comment: Some("c".into()),
        ..Column::new("token", DataType::parse("uuid"))
    });
    to
}

const FILL: [&str; 10] = [
    r#"outside: create index concurrently "t_token_unfilled" on "t" ("token") where "token" is null"#,
    r#"outside: analyze "t" ("token")"#,
    "batches: update \"t\" set \"token\" = default\n\
     where \"token\" is null and ctid = any (array(\n    \
     select ctid from \"t\" where \"token\" is null order by \"token\" limit 1000 for no key update\n))",
    r#"outside: drop index concurrently "t_token_unfilled""#,
    r#"outside: analyze "t" ("token")"#,
    r#"alter table "t" add constraint "t_token_not_null_check" check ("token" is not null) not valid"#,
    r#"alone: alter table "t" validate constraint "t_token_not_null_check""#,
    r#"alter table "t" alter column "token" set not null"#,
    r#"alter table "t" drop constraint "t_token_unfilled""#,
    r#"alter table "t" drop constraint "t_token_not_null_check""#,
];

#[test]
fn values_that_differ_by_row_are_written_in_batches() {
    let from = table("t", "a integer");
    let mut expected = vec![
        r#"alter table "t" add column "token" uuid"#,
        r#"alter table "t" alter column "token" set default gen_random_uuid()"#,
        r#"alter table "t" add constraint "t_token_unfilled" check (true) not valid"#,
        r#"comment on column "t"."token" is 'c'"#,
    ];
    expected.extend(FILL);
    let to = with_token(&from);
    changes(&[from], &[to], &expected);
}

/// A mark shows that a plan was interrupted. Without it, rows without a value are an error.
#[test]
fn an_interrupted_run_goes_on_with_the_rows_that_remain() {
    let to = with_token(&table("t", "a integer"));
    let mut from = to.clone();
    from.columns[1].nullable = true;
    let mut unmarked = FILL[5..].to_vec();
    unmarked.retain(|sql| !sql.contains("unfilled"));
    changes(
        std::slice::from_ref(&from),
        std::slice::from_ref(&to),
        &unmarked,
    );

    from.checks.push(check("t_token_unfilled", "true"));
    changes(
        std::slice::from_ref(&from),
        std::slice::from_ref(&to),
        &FILL,
    );

    let mut left = index("t_token_unfilled", "token");
    left.filter = Some("token is null".into());
    from.indexes.push(left);
    let mut expected = vec![r#"outside: drop index concurrently "t_token_unfilled""#];
    expected.extend(FILL);
    changes(&[from], &[to], &expected);
}

#[test]
fn a_value_that_is_the_same_in_all_rows_needs_no_batches() {
    let default = |default: &str, nullable: bool| Column {
        default: Some(default.into()),
        nullable,
        ..Column::new("b", DataType::parse("timestamptz"))
    };
    changes_one(
        &table("t", "a integer"),
        |to| to.columns.push(default("now()", false)),
        &[r#"alter table "t" add column "b" timestamptz not null default now()"#],
    );
    changes_one(
        &table("t", "a integer"),
        |to| to.columns.push(default("clock_timestamp()", true)),
        &[r#"alter table "t" add column "b" timestamptz default clock_timestamp()"#],
    );
}
