//! Constraints that are added, dropped, renamed and changed.

use super::context::Context;
use super::ids;
use super::matching::{Item, matching};
use super::{Action, Verb, partition};
use crate::model::{Kind, ObjectId, Table};
use crate::sql::comment;
use crate::sql::constraint::{self, Constraint};

/// Actions on parts of tables, by the time at which they run if nothing else determines it.
#[derive(Default)]
pub(super) struct Actions {
    pub(super) drops: Vec<Action>,
    pub(super) changes: Vec<Action>,
    pub(super) adds: Vec<Action>,
}

/// Compares constraints of a table that stays.
pub(super) fn diff(
    context: &Context<'_>,
    (old, from): (&Table, &[Constraint<'_>]),
    (new, to): (&Table, &[Constraint<'_>]),
    actions: &mut Actions,
) {
    let from: Vec<Item<'_, Constraint<'_>>> = from
        .iter()
        .map(|one| item(*one, must_be_added_again(context, old, *one)))
        .collect();
    let to: Vec<Item<'_, Constraint<'_>>> = to.iter().map(|one| item(*one, false)).collect();
    let matched = matching(&from, &to, |name, one| {
        !one.has_index() || context.is_free(&new.name, name)
    });
    let (mut dropped, mut created) = (matched.dropped, matched.created);
    for (old_one, new_one) in matched.kept.into_iter().chain(matched.renamed) {
        match in_place(new, old_one, new_one) {
            None => {
                dropped.push(old_one);
                created.push(new_one);
            }
            Some(statements) if statements.is_empty() => {}
            Some(statements) => {
                actions
                    .changes
                    .push(change(new, old_one, new_one, statements));
            }
        }
    }
    let drops = dropped.into_iter().map(|one| drop(context, old, one));
    actions.drops.extend(drops);
    let adds = created.into_iter().map(|one| add(context, new, one));
    actions.adds.extend(adds);
}

fn item(constraint: Constraint<'_>, again: bool) -> Item<'_, Constraint<'_>> {
    Item {
        name: constraint.name(),
        definition: constraint.definition(),
        again,
        value: constraint,
    }
}

/// True if something that the constraint uses does not stay.
fn must_be_added_again(context: &Context<'_>, table: &Table, constraint: Constraint<'_>) -> bool {
    let used = context.old.constraint(table, constraint);
    // The server builds the indexes of keys again.
    let is_key = matches!(
        constraint,
        Constraint::PrimaryKey(_) | Constraint::Unique(_)
    );
    context.any_gone(&used) || !is_key && context.any_retyped(&used)
}

/// Returns the statements that change a constraint into one with the same definition, or `None` if there are none.
fn in_place(table: &Table, from: Constraint<'_>, to: Constraint<'_>) -> Option<Vec<String>> {
    let name = &table.name;
    let mut statements = Vec::new();
    if from.name() != to.name() {
        statements.push(constraint::rename(name, from.name(), to.name()));
    }
    match (from, to) {
        (Constraint::ForeignKey(from), Constraint::ForeignKey(to)) => {
            // The server cannot forget a check of the rows, and enforcing the key checks them.
            if to.not_valid && !to.not_enforced && (!from.not_valid || from.not_enforced) {
                return None;
            }
            statements.extend(constraint::alter_foreign_key(name, from, to));
            if !to.not_enforced && !to.not_valid && from.not_valid && !from.not_enforced {
                statements.push(constraint::validate(name, &to.name));
            }
        }
        _ => match (from.is_not_valid(), to.is_not_valid()) {
            (false, true) => return None,
            (true, false) => statements.push(constraint::validate(name, to.name())),
            _ => {}
        },
    }
    if from.comment() != to.comment() {
        statements.push(comment::comment(
            &ids::constraint(name, to.name()),
            to.comment(),
        ));
    }
    Some(statements)
}

fn change(
    table: &Table,
    from: Constraint<'_>,
    to: Constraint<'_>,
    statements: Vec<String>,
) -> Action {
    let renamed = from.name() != to.name();
    let verb = if renamed { Verb::Rename } else { Verb::Alter };
    let mut action = Action::new(verb, id(table, to), statements);
    if renamed {
        action.destroys = ids::constraint_and_index(&table.name, from);
        action.produces = ids::constraint_and_index(&table.name, to);
    }
    action
}

fn id(table: &Table, constraint: Constraint<'_>) -> ObjectId {
    ObjectId::part(Kind::Constraint, table.name.clone(), constraint.name())
}

/// A constraint with its index. A primary key is also the only one of its table, whatever its name is.
fn of_table(table: &Table, one: Constraint<'_>) -> Vec<ObjectId> {
    let mut all = ids::constraint_and_index(&table.name, one);
    if matches!(one, Constraint::PrimaryKey(_)) {
        all.push(ObjectId::part(
            Kind::Table,
            table.name.clone(),
            "primary key",
        ));
    }
    all
}

/// Returns the action that drops a constraint.
pub(super) fn drop(context: &Context<'_>, table: &Table, one: Constraint<'_>) -> Action {
    let mut releases = context.old.constraint(table, one);
    releases.push(ids::table(&table.name));
    let statements = vec![constraint::drop(&table.name, one.name())];
    Action {
        destroys: of_table(table, one),
        requires: partition::before_drop(context, table, one.name()),
        releases,
        ..Action::new(Verb::Drop, id(table, one), statements)
    }
}

/// Returns the action that adds a constraint.
pub(super) fn add(context: &Context<'_>, table: &Table, one: Constraint<'_>) -> Action {
    let mut requires = context.new.constraint(table, one);
    requires.push(ids::table(&table.name));
    if one.has_index() {
        let index = ids::index(&table.name, one.name());
        requires.extend(context.attached.before(&index));
    }
    let mut statements = vec![constraint::add(&table.name, one)];
    statements.extend(comment(table, one));
    Action {
        produces: of_table(table, one),
        requires,
        ..Action::new(Verb::Create, id(table, one), statements)
    }
}

/// Returns the statement for the comment of a new constraint.
pub(super) fn comment(table: &Table, one: Constraint<'_>) -> Option<String> {
    let text = one.comment()?;
    let id = ids::constraint(&table.name, one.name());
    Some(comment::comment(&id, Some(text)))
}
