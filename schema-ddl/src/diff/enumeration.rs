//! Changes of enums. Labels are only added here: see [`retype`](super::retype) for the others.

use super::pairs::Pairs;
use super::retype::Retyped;
use super::{Action, Transaction, Verb, ids, make};
use crate::model::{Enum, Model};
use crate::sql::enumeration::{self, Place};

pub(super) fn diff(from: &Model, to: &Model, retyped: &Retyped<'_>) -> Vec<Action> {
    let pairs = Pairs::new(&from.enums, &to.enums, |one| &one.name);
    let mut actions = Vec::new();
    for old in pairs
        .dropped
        .iter()
        .filter(|old| !retyped.contains(&old.name))
    {
        actions.push(make::drop(
            ids::enumeration(old),
            enumeration::drop(&old.name),
        ));
    }
    for (old, new) in pairs.kept {
        if retyped.contains(&new.name) {
            continue;
        }
        actions.extend(add_labels(old, new));
        let comments = (old.comment.as_deref(), new.comment.as_deref());
        actions.extend(make::comment(ids::enumeration(new), comments.0, comments.1));
    }
    for new in pairs
        .created
        .iter()
        .filter(|new| !retyped.contains(&new.name))
    {
        let statements = vec![enumeration::create(new)];
        let comment = new.comment.as_deref();
        actions.push(make::create(ids::enumeration(new), statements, comment));
    }
    actions
}

/// True if new labels are all that differs.
pub(super) fn only_grows(old: &Enum, new: &Enum) -> bool {
    let mut labels = new.labels.iter();
    old.labels
        .iter()
        .all(|label| labels.any(|new| new == label))
}

fn add_labels(old: &Enum, new: &Enum) -> Option<Action> {
    let mut old_labels = old.labels.iter().peekable();
    let mut statements = Vec::new();
    let mut before: Option<&str> = None;
    for label in &new.labels {
        if old_labels.next_if(|old| *old == label).is_none() {
            let place = match (before, old_labels.peek()) {
                (Some(before), _) => Place::After(before),
                (None, Some(first)) => Place::Before(first),
                (None, None) => Place::Only,
            };
            statements.push(enumeration::add_label(&new.name, label, place));
        }
        before = Some(label);
    }
    let id = ids::enumeration(new);
    (!statements.is_empty()).then(|| Action {
        transaction: Transaction::CommitAfter,
        produces: vec![id.clone()],
        ..Action::new(Verb::Alter, id, statements)
    })
}
