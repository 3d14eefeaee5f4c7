//! The places of the steps among other changes.

use super::{changes, changes_one, check, foreign_key, index, table, unique};
use crate::model::{Check, Column, DataType, Table};

#[test]
fn short_changes_come_first_and_share_a_transaction() {
    changes_one(
        &table("t", "a integer"),
        |to| {
            to.checks.push(check("t_check", "a > 0"));
            to.indexes.push(index("t_a_idx", "a"));
            to.columns.push(Column {
                nullable: true,
                ..Column::new("b", DataType::parse("text"))
            });
            to.comment = Some("c".into());
        },
        &[
            r#"alter table "t" add column "b" text"#,
            r#"comment on table "t" is 'c'"#,
            r#"alter table "t" add constraint "t_check" check (a > 0) not valid"#,
            r#"alone: alter table "t" validate constraint "t_check""#,
            r#"outside: create index concurrently "t_a_idx" on "t" ("a")"#,
        ],
    );
}

#[test]
fn a_foreign_key_waits_for_the_key_that_it_needs() {
    let from = [
        table("t", "id bigint, a integer"),
        table("u", "t_id bigint"),
    ];
    let mut to = from.clone();
    to[0].uniques.push(unique("t_id_key", "id"));
    to[0].indexes.push(index("t_a_idx", "a"));
    to[1].foreign_keys.push(foreign_key("u_fkey", "t_id", "t"));
    changes(
        &from,
        &to,
        &[
            r#"outside: create unique index concurrently "t_id_key" on "t" ("id")"#,
            r#"alter table "t" add constraint "t_id_key" unique using index "t_id_key""#,
            r#"alter table "u" add constraint "u_fkey" foreign key ("t_id") references "t" ("id") not valid"#,
            r#"outside: create index concurrently "t_a_idx" on "t" ("a")"#,
            r#"alone: alter table "u" validate constraint "u_fkey""#,
        ],
    );
}

/// The column may only be NULL when the old key is gone, so it cannot hold until the new one is built.
#[test]
fn a_key_whose_column_becomes_nullable_is_dropped_first() {
    let mut from = table("t", "a integer, b integer");
    for column in &mut from.columns {
        column.nullable = false;
    }
    from.primary_key = Some(super::primary_key("t_pkey", "a"));
    changes_one(
        &from,
        |to| {
            to.columns[0].nullable = true;
            to.primary_key = Some(super::primary_key("t_pkey", "b"));
        },
        &[
            r#"alter table "t" drop constraint "t_pkey""#,
            r#"alter table "t" alter column "a" drop not null"#,
            r#"outside: create unique index concurrently "t_pkey" on "t" ("b")"#,
            r#"alter table "t" add constraint "t_pkey" primary key using index "t_pkey""#,
        ],
    );
}

#[test]
fn without_a_long_step_nothing_changes() {
    let from = Table {
        checks: vec![Check {
            not_valid: true,
            ..check("c", "a > 0")
        }],
        ..table("t", "a integer")
    };
    changes_one(
        &from,
        |to| {
            to.checks.clear();
            to.columns[0].default = Some("1".into());
        },
        &[
            r#"alter table "t" drop constraint "c""#,
            r#"alter table "t" alter column "a" set default 1"#,
        ],
    );
}
