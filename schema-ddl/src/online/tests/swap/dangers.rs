//! The dangers that the plan announces.

use super::super::{model, table};
use super::parts::with_parts;
use super::{left, retyped};
use crate::diff::{Renames, Transaction, diff};
use crate::hazard::{LintOptions, Rule, ScriptStatement, lint};
use crate::model::{Column, DataType, Model, Name, Table};
use crate::online::OnlineOptions;

/// Asserts the dangers of a plan, online or not.
fn dangers(from: &Model, to: &Model, is_online: bool) -> Vec<(Rule, String)> {
    let mut actions = diff(from, to, &Renames::default()).unwrap();
    if is_online {
        actions = super::super::actions(from, to, OnlineOptions::default());
    }
    let statements = actions.iter().enumerate();
    let script: Vec<ScriptStatement<'_>> = statements
        .flat_map(|(at, action)| {
            let transaction = (action.transaction != Transaction::Outside).then_some(at);
            let statements = action.statements.iter();
            statements.map(move |sql| ScriptStatement { sql, transaction })
        })
        .collect();
    let found = lint(&script, from, &LintOptions::default());
    found
        .into_iter()
        .map(|(_, one)| (one.rule, one.message))
        .filter(|(rule, _)| *rule != Rule::ShortLock)
        .collect()
}

#[test]
fn nothing_is_lost_and_programs_may_fail() {
    let from = Table {
        columns: vec![Column::new("a", DataType::parse("integer"))],
        ..Table::new(Name::new("t"))
    };
    let to = retyped(&from, "bigint");
    let (from, to) = (model(&[from]), model(&[to]));
    let rules: Vec<Rule> = dangers(&from, &to, true)
        .into_iter()
        .map(|one| one.0)
        .collect();
    assert_eq!(
        rules,
        [
            Rule::Trigger,
            Rule::ValidateConstraint,
            Rule::TypeChanged,
            Rule::Trigger
        ]
    );
}

#[test]
fn values_that_are_rounded_or_do_not_fit_are_named() {
    let from = table("t", "a numeric(12,2)");
    let to = retyped(&from, "integer");
    let found = dangers(&model(&[from]), &model(&[to]), true);
    let of = |rule| {
        found
            .iter()
            .find(|one| one.0 == rule)
            .map(|one| one.1.as_str())
    };
    assert_eq!(
        of(Rule::LossyType),
        Some(r#"Values of "a" in "t" are cut to fit integer."#)
    );
    assert_eq!(
        of(Rule::CastFails),
        Some(
            "It fails later if a value of \"a\" in \"t\" cannot be converted to integer, \
             and from now on programs fail that write such a value."
        )
    );
    assert_eq!(of(Rule::DropColumn), None);
}

/// Programs already satisfy the checks and keys that the old column had. A check with another condition is a danger.
#[test]
fn indexes_and_constraints_of_the_copy_are_no_dangers() {
    let from = [with_parts(), table("u", "id integer")];
    let mut to = [retyped(&from[0], "bigint"), from[1].clone()];
    let rules = |to: &[Table]| -> Vec<Rule> {
        let found = dangers(&model(&from), &model(to), true).into_iter();
        found.map(|one| one.0).collect()
    };
    let expected = [
        Rule::Trigger,
        Rule::ValidateConstraint,
        // Two values can have the same copy.
        Rule::Duplicates,
        Rule::ValidateConstraint,
        Rule::ValidateConstraint,
        Rule::TypeChanged,
        Rule::Trigger,
    ];
    assert_eq!(rules(&to), expected);
    to[0].checks[0].expression = "a > 1".into();
    let changed = rules(&to);
    assert!(changed.contains(&Rule::NewConstraint), "{changed:?}");
    assert!(changed.contains(&Rule::Violations), "{changed:?}");
}

/// Without a plan that goes on, the copy is dropped: its values are those of the first column.
#[test]
fn what_is_left_is_dropped_without_a_loss() {
    let to = model(&[table("t", "a integer, b text")]);
    let plain = diff(&left("bigint"), &to, &Renames::default()).unwrap();
    let statements: Vec<&str> = plain
        .iter()
        .flat_map(|one| &one.statements)
        .map(String::as_str)
        .collect();
    assert_eq!(
        statements,
        [
            r#"drop trigger "~schema_swap_a" on "t""#,
            r#"alter table "t" drop column "schema_swap_a""#,
            r#"drop function "schema_swap_t.a"()"#,
        ]
    );
    let found = dangers(&left("bigint"), &to, false);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, Rule::Trigger);
}

/// Without the trigger, nobody knows whether the values are copies.
#[test]
fn a_column_with_such_a_name_is_not_a_copy() {
    let from = table("t", "a integer, schema_swap_a bigint");
    let to = table("t", "a integer");
    let found = dangers(&model(&[from]), &model(&[to]), false);
    assert_eq!(found[0].0, Rule::DropColumn);
}
