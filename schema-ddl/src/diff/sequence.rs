//! Changes of sequences.

use std::collections::HashSet;

use super::pairs::Pairs;
use super::{Action, Verb, ids, make, table};
use crate::model::{Model, ObjectId, Sequence};
use crate::sql::sequence;

pub(super) fn diff(from: &Model, to: &Model) -> Vec<Action> {
    let pairs = Pairs::new(&from.sequences, &to.sequences, |one| &one.name);
    let columns = columns(to);
    let recreated = table::recreated(from, to);
    let goes_with = |one: &Sequence| {
        let owner = one.owned_by.as_ref();
        owner.is_some_and(|(table, _)| recreated.contains(table))
    };
    let mut actions = Vec::new();
    for old in pairs.dropped {
        let owner = old.owned_by.as_ref();
        let owner = owner.map(|(table, column)| ids::column(table, column));
        // A sequence is dropped with the column that owns it.
        if owner.is_none_or(|owner| columns.contains(&owner)) && !goes_with(old) {
            actions.push(make::drop(ids::sequence(old), sequence::drop(&old.name)));
        }
    }
    for (old, new) in pairs.kept {
        if goes_with(old) {
            let alone = Sequence {
                owned_by: None,
                ..old.clone()
            };
            actions.push(owner(Some(old), &alone));
            actions.extend(alter(&alone, new));
        } else {
            actions.extend(alter(old, new));
        }
        let comments = (old.comment.as_deref(), new.comment.as_deref());
        actions.extend(make::comment(ids::sequence(new), comments.0, comments.1));
    }
    for new in pairs.created {
        let statements = vec![sequence::create(new)];
        let comment = new.comment.as_deref();
        actions.push(make::create(ids::sequence(new), statements, comment));
        if new.owned_by.is_some() {
            actions.push(owner(None, new));
        }
    }
    actions
}

fn columns(model: &Model) -> HashSet<ObjectId> {
    let tables = model.tables.iter();
    tables
        .flat_map(|table| {
            let columns = table.columns.iter();
            columns.map(|column| ids::column(&table.name, &column.name))
        })
        .collect()
}

fn alter(old: &Sequence, new: &Sequence) -> Vec<Action> {
    let mut clauses = Vec::new();
    if old.data_type != new.data_type {
        clauses.push(format!("as {}", new.data_type));
    }
    clauses.extend(sequence::change(&old.options, &new.options));
    let mut actions = Vec::new();
    if !clauses.is_empty() {
        let statements = vec![sequence::alter(&new.name, &clauses)];
        actions.extend(make::alter(ids::sequence(new), statements));
    }
    if old.owned_by != new.owned_by {
        actions.push(owner(Some(old), new));
    }
    actions
}

/// Sets the column with which the sequence is dropped: after the new column is created, and before the old one is dropped.
fn owner(old: Option<&Sequence>, new: &Sequence) -> Action {
    let column = |sequence: &Sequence| {
        let owner = sequence.owned_by.as_ref();
        owner.map(|(table, column)| ids::column(table, column))
    };
    let id = ids::sequence(new);
    let statement = sequence::set_owner(&new.name, new.owned_by.as_ref());
    Action {
        requires: column(new).into_iter().chain([id.clone()]).collect(),
        releases: old.and_then(column).into_iter().collect(),
        ..Action::new(Verb::Alter, id, vec![statement])
    }
}
