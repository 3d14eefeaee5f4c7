//! Indexes and constraints of the column.

use super::super::{changes, check, foreign_key, index, model, steps, table, unique};
use super::refused::refused;
use super::{BEGIN, END, FILL, left, retyped};
use crate::diff::{Renames, diff};
use crate::model::{Deferrable, Exclusion, ExclusionElement, IndexOn, Table};
use crate::online::{OnlineOptions, rewritten};

/// A table whose column `a` has one part of each kind.
pub(super) fn with_parts() -> Table {
    let mut of_two = index("t_b_a_idx", "b");
    of_two.elements.push(index("", "a").elements.remove(0));
    of_two.comment = Some("i".into());
    let mut partial = index("t_b_idx", "b");
    partial.filter = Some("a > 0".into());
    Table {
        indexes: vec![of_two, partial],
        uniques: vec![unique("t_a_key", "a")],
        checks: vec![check("t_a_check", "a > 0"), check("t_b_check", "b <> ''")],
        foreign_keys: vec![foreign_key("t_a_fkey", "a", "u")],
        ..table("t", "a integer, b text")
    }
}

#[test]
fn indexes_and_constraints_are_made_on_the_other_column() {
    let from = [with_parts(), table("u", "id integer")];
    let to = [retyped(&from[0], "bigint"), from[1].clone()];
    let parts = [
        r#"outside: create index concurrently "schema_swap_t_b_a_idx" on "t" ("b", "schema_swap_a")"#,
        r#"outside: create index concurrently "schema_swap_t_b_idx" on "t" ("b") where schema_swap_a > 0"#,
        r#"outside: create unique index concurrently "schema_swap_t_a_key" on "t" ("schema_swap_a")"#,
        r#"alter table "t" add constraint "schema_swap_t_a_check" check (schema_swap_a > 0) not valid"#,
        r#"alter table "t" add constraint "schema_swap_t_a_fkey" foreign key ("schema_swap_a") references "u" ("id") not valid"#,
        r#"alone: alter table "t" validate constraint "schema_swap_t_a_check""#,
        r#"alone: alter table "t" validate constraint "schema_swap_t_a_fkey""#,
    ];
    let names = [
        r#"alone: alter index "schema_swap_t_b_a_idx" rename to "t_b_a_idx""#,
        r#"alone: comment on index "t_b_a_idx" is 'i'"#,
        r#"alone: alter index "schema_swap_t_b_idx" rename to "t_b_idx""#,
        r#"alone: alter table "t" add constraint "t_a_key" unique using index "schema_swap_t_a_key""#,
        r#"alone: alter table "t" rename constraint "schema_swap_t_a_check" to "t_a_check""#,
        r#"alone: alter table "t" rename constraint "schema_swap_t_a_fkey" to "t_a_fkey""#,
    ];
    let expected = [&BEGIN[..], &FILL, &parts, &END, &names].concat();
    changes(&from, &to, &expected);
}

#[test]
fn a_part_that_is_dropped_goes_before() {
    let from = [with_parts(), table("u", "id integer")];
    let mut to = [retyped(&from[0], "bigint"), from[1].clone()];
    to[0].checks.remove(0);
    to[0].foreign_keys.clear();
    to[0].indexes.clear();
    to[0].uniques.clear();
    let all = steps(&model(&from), &model(&to), OnlineOptions::default());
    let drops = all.iter().take_while(|sql| !sql.contains("add column"));
    assert_eq!(drops.count(), 5, "{all:?}");
    assert_eq!(all[5..], [&BEGIN[..], &FILL, &END].concat());
}

#[test]
fn a_part_that_changes_for_another_reason_prevents_it() {
    refused(
        |it| {
            it.tables[0].exclusions.push(Exclusion {
                name: "e".into(),
                method: "gist".into(),
                elements: vec![ExclusionElement {
                    on: IndexOn::Column("a".into()),
                    operator_class: None,
                    operator: "=".into(),
                }],
                filter: None,
                deferrable: Deferrable::No,
                comment: None,
            });
        },
        "constraint \"e\" of \"t\" uses it",
    );
    let from = [with_parts(), table("u", "id integer")];
    let to = [retyped(&from[0], "bigint"), retyped(&from[1], "bigint")];
    let (from, to) = (model(&from), model(&to));
    let actions = diff(&from, &to, &Renames::default()).unwrap();
    let found = rewritten(&actions, &from, &to, &OnlineOptions::default());
    let reasons: Vec<&str> = found.iter().map(|one| one.1.as_str()).collect();
    assert_eq!(
        reasons,
        [
            "constraint \"t_a_fkey\" of \"t\" uses it, and changes for another reason as well",
            "a foreign key of \"t\" references it"
        ]
    );
}

/// A constraint that needs the column does not wait for the index that an interrupted plan has left, but the steps do.
#[test]
fn an_index_that_is_left_is_built_again() {
    let mut from = left("bigint");
    from.tables[0].indexes.push(index("t_a_idx", "a"));
    let mut begun = index("schema_swap_t_a_idx", "schema_swap_a");
    begun.invalid = true;
    from.tables[0].indexes.push(begun);
    let mut to = table("t", "a integer, b text");
    to = retyped(&to, "bigint");
    to.indexes.push(index("t_a_idx", "a"));
    to.checks.push(check("t_check", "a > 0"));
    let all = steps(&from, &model(&[to]), OnlineOptions::default());
    let expected = [
        BEGIN[1],
        BEGIN[2],
        r#"outside: drop index concurrently "schema_swap_t_a_idx""#,
        FILL[0],
    ];
    assert_eq!(all[..4], expected);
    let build =
        r#"outside: create index concurrently "schema_swap_t_a_idx" on "t" ("schema_swap_a")"#;
    assert!(all.iter().any(|sql| sql == build), "{all:?}");
}
