//! Indexes that are created, dropped and renamed.

use super::constraint::Actions;
use super::context::Context;
use super::ids;
use super::matching::{Item, matching};
use super::{Action, Verb, partition};
use crate::model::{Index, Table};
use crate::sql::{comment, index};

/// Compares indexes of a table that stays.
///
/// An index that changes is dropped and created, as is one that is invalid.
pub(super) fn diff(
    context: &Context<'_>,
    (old, from): (&Table, &[&Index]),
    (new, to): (&Table, &[&Index]),
    actions: &mut Actions,
) {
    let from: Vec<Item<'_, &Index>> = from
        .iter()
        .map(|one| {
            // That of a partitioned table lacks some of its partitions.
            let is_broken = one.invalid && old.partition_by.is_none();
            let id = ids::index(&old.name, &one.name);
            let again = is_broken
                || context.attached.cascades.contains(&id)
                || context.any_gone(&context.old.index(old, one))
                || context.any_retyped(&context.old.fixed_types(old, one));
            item(one, again)
        })
        .collect();
    let to: Vec<Item<'_, &Index>> = to.iter().map(|one| item(one, false)).collect();
    let matched = matching(&from, &to, |name, _| context.is_free(&new.name, name));
    for (from, to) in matched.kept.into_iter().chain(matched.renamed) {
        actions.changes.extend(change(new, from, to));
    }
    let drops = matched.dropped.into_iter();
    actions
        .drops
        .extend(drops.map(|one| drop(context, old, one)));
    let adds = matched.created.into_iter();
    actions
        .adds
        .extend(adds.map(|one| create(context, new, one)));
}

fn item(index: &Index, again: bool) -> Item<'_, &Index> {
    Item {
        name: &index.name,
        definition: index::definition(index),
        again,
        value: index,
    }
}

fn change(table: &Table, from: &Index, to: &Index) -> Option<Action> {
    let mut statements = Vec::new();
    let renamed = from.name != to.name;
    if renamed {
        statements.push(index::rename(&table.name.beside(&from.name), &to.name));
    }
    if from.comment != to.comment {
        let id = ids::index(&table.name, &to.name);
        statements.push(comment::comment(&id, to.comment.as_deref()));
    }
    if statements.is_empty() {
        return None;
    }
    let verb = if renamed { Verb::Rename } else { Verb::Alter };
    let mut action = Action::new(verb, ids::index(&table.name, &to.name), statements);
    if renamed {
        action.destroys = vec![ids::index(&table.name, &from.name)];
        action.produces = vec![ids::index(&table.name, &to.name)];
    }
    Some(action)
}

fn drop(context: &Context<'_>, table: &Table, one: &Index) -> Action {
    let mut releases = context.old.index(table, one);
    releases.push(ids::table(&table.name));
    let id = ids::index(&table.name, &one.name);
    let mut statement = index::drop(&id.name);
    if context.attached.cascades.contains(&id) {
        statement.push_str(" cascade");
    }
    Action {
        destroys: vec![id.clone()],
        requires: partition::before_drop(context, table, &one.name),
        releases,
        ..Action::new(Verb::Drop, id.clone(), vec![statement])
    }
}

/// Returns the action that creates an index.
pub(super) fn create(context: &Context<'_>, table: &Table, one: &Index) -> Action {
    let mut requires = context.new.index(table, one);
    requires.push(ids::table(&table.name));
    let id = ids::index(&table.name, &one.name);
    requires.extend(context.attached.before(&id));
    let mut statements = vec![index::create(&table.name, one)];
    let text = one.comment.as_deref();
    statements.extend(text.map(|text| comment::comment(&id, Some(text))));
    Action {
        produces: vec![id.clone()],
        requires,
        ..Action::new(Verb::Create, id, statements)
    }
}
