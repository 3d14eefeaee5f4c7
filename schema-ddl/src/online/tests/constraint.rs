//! Constraints.

use super::{
    OnlineOptions, changes, changes_one, check, foreign_key, model, partitioned, primary_key,
    steps, table, unique,
};
use crate::model::{Check, Deferrable, ForeignKey, Table, Unique};

#[test]
fn a_check_is_validated_in_another_transaction() {
    changes_one(
        &table("t", "a integer"),
        |to| {
            to.checks.push(Check {
                comment: Some("c".into()),
                ..check("t_check", "a > 0")
            });
        },
        &[
            r#"alter table "t" add constraint "t_check" check (a > 0) not valid"#,
            r#"comment on constraint "t_check" on "t" is 'c'"#,
            r#"alone: alter table "t" validate constraint "t_check""#,
        ],
    );
}

#[test]
fn a_check_that_changes_is_replaced_in_one_transaction() {
    let from = Table {
        checks: vec![check("t_check", "a > 0")],
        ..table("t", "a integer")
    };
    changes_one(
        &from,
        |to| to.checks = vec![check("t_check", "a > 1")],
        &[
            r#"alter table "t" drop constraint "t_check""#,
            r#"alter table "t" add constraint "t_check" check (a > 1) not valid"#,
            r#"alone: alter table "t" validate constraint "t_check""#,
        ],
    );
}

#[test]
fn checks_that_read_no_rows_stay_as_they_are() {
    let not_valid = Check {
        not_valid: true,
        ..check("a", "a > 0")
    };
    let not_enforced = Check {
        not_enforced: true,
        ..check("b", "a > 0")
    };
    changes_one(
        &table("t", "a integer"),
        |to| to.checks = vec![not_valid, not_enforced],
        &[
            r#"alter table "t" add constraint "a" check (a > 0) not valid"#,
            r#"alter table "t" add constraint "b" check (a > 0) not enforced"#,
        ],
    );
}

#[test]
fn a_constraint_that_an_interrupted_plan_left_is_validated() {
    let from = Table {
        checks: vec![Check {
            not_valid: true,
            ..check("t_check", "a > 0")
        }],
        ..table("t", "a integer")
    };
    changes_one(
        &from,
        |to| to.checks[0].not_valid = false,
        &[r#"alone: alter table "t" validate constraint "t_check""#],
    );
}

fn referenced() -> Table {
    let mut table = table("t", "id bigint");
    table.columns[0].nullable = false;
    table.primary_key = Some(primary_key("t_pkey", "id"));
    table
}

#[test]
fn a_foreign_key_is_validated_in_another_transaction() {
    let from = [referenced(), table("u", "t_id bigint")];
    let mut to = from.clone();
    to[1].foreign_keys.push(foreign_key("u_fkey", "t_id", "t"));
    changes(
        &from,
        &to,
        &[
            r#"alter table "u" add constraint "u_fkey" foreign key ("t_id") references "t" ("id") not valid"#,
            r#"alone: alter table "u" validate constraint "u_fkey""#,
        ],
    );
}

#[test]
fn a_foreign_key_of_a_new_table_has_no_rows_to_check() {
    let new = Table {
        foreign_keys: vec![foreign_key("u_fkey", "t_id", "t")],
        ..table("u", "t_id bigint")
    };
    changes(
        &[referenced()],
        &[referenced(), new],
        &[
            "create table \"u\" (\n    \"t_id\" bigint\n)",
            r#"alter table "u" add constraint "u_fkey" foreign key ("t_id") references "t" ("id")"#,
        ],
    );
}

#[test]
fn a_foreign_key_of_a_partitioned_table_can_be_not_valid_from_18_on() {
    let mut from = vec![referenced()];
    from.extend(partitioned("u", "id bigint, t_id bigint"));
    let mut to = from.clone();
    let key: ForeignKey = foreign_key("u_fkey", "t_id", "t");
    to[1].foreign_keys.push(key);
    let (from, to) = (model(&from), model(&to));
    let of = |server_version| {
        steps(
            &from,
            &to,
            OnlineOptions {
                server_version,
                ..OnlineOptions::default()
            },
        )
    };
    let plain =
        r#"alter table "u" add constraint "u_fkey" foreign key ("t_id") references "t" ("id")"#;
    assert_eq!(of(None), [plain]);
    assert_eq!(of(Some(17)), [plain]);
    assert_eq!(
        of(Some(18)),
        [
            &format!("{plain} not valid"),
            r#"alone: alter table "u" validate constraint "u_fkey""#
        ]
    );
}

#[test]
fn a_key_is_made_of_an_index() {
    let mut from = table("t", "a integer, b integer");
    from.columns[0].nullable = false;
    changes_one(
        &from,
        |to| {
            to.primary_key = Some(primary_key("t_pkey", "a"));
            to.uniques.push(Unique {
                nulls_not_distinct: true,
                include: vec!["a".into()],
                deferrable: Deferrable::InitiallyDeferred,
                comment: Some("c".into()),
                ..unique("t_b_key", "b")
            });
        },
        &[
            r#"outside: create unique index concurrently "t_pkey" on "t" ("a")"#,
            r#"alter table "t" add constraint "t_pkey" primary key using index "t_pkey""#,
            r#"outside: create unique index concurrently "t_b_key" on "t" ("b") include ("a") nulls not distinct"#,
            r#"alter table "t" add constraint "t_b_key" unique using index "t_b_key" deferrable initially deferred"#,
            r#"comment on constraint "t_b_key" on "t" is 'c'"#,
        ],
    );
}

#[test]
fn a_primary_key_is_made_of_columns_that_have_no_nulls() {
    changes_one(
        &table("t", "a integer"),
        |to| {
            to.columns[0].nullable = false;
            to.primary_key = Some(primary_key("t_pkey", "a"));
        },
        &[
            r#"alter table "t" add constraint "t_a_not_null_check" check ("a" is not null) not valid"#,
            r#"alone: alter table "t" validate constraint "t_a_not_null_check""#,
            r#"alter table "t" alter column "a" set not null"#,
            r#"alter table "t" drop constraint "t_a_not_null_check""#,
            r#"outside: create unique index concurrently "t_pkey" on "t" ("a")"#,
            r#"alter table "t" add constraint "t_pkey" primary key using index "t_pkey""#,
        ],
    );
}

#[test]
fn the_old_key_holds_until_the_new_one_is_built() {
    let from = Table {
        uniques: vec![unique("t_key", "a")],
        ..table("t", "a integer, b integer")
    };
    changes_one(
        &from,
        |to| to.uniques = vec![unique("t_key", "b")],
        &[
            r#"outside: create unique index concurrently "t_key_new" on "t" ("b")"#,
            r#"alter table "t" drop constraint "t_key""#,
            r#"alter table "t" add constraint "t_key" unique using index "t_key_new""#,
        ],
    );
}

#[test]
fn a_key_of_a_partitioned_table_stays_as_it_is() {
    let from = partitioned("t", "id integer");
    let mut to = from.clone();
    to[0].uniques.push(unique("t_key", "id"));
    changes(
        &from,
        &to,
        &[r#"alter table "t" add constraint "t_key" unique ("id")"#],
    );
}
