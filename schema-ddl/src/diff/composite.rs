//! Changes of composite types. What columns would lose is not changed here: see [`retype`](super::retype).

use super::pairs::Pairs;
use super::retype::Retyped;
use super::{Action, Verb, ids, make};
use crate::model::{Composite, Field, Model};
use crate::sql::{composite, enumeration};

pub(super) fn diff(from: &Model, to: &Model, retyped: &Retyped<'_>) -> Vec<Action> {
    let pairs = Pairs::new(&from.composites, &to.composites, |one| &one.name);
    let mut actions = Vec::new();
    for old in pairs
        .dropped
        .iter()
        .filter(|old| !retyped.contains(&old.name))
    {
        actions.push(make::drop(
            ids::composite(old),
            enumeration::drop(&old.name),
        ));
    }
    for (old, new) in pairs.kept {
        if retyped.contains(&new.name) {
            continue;
        }
        actions.extend(alter(old, new));
        let comments = (old.comment.as_deref(), new.comment.as_deref());
        actions.extend(make::comment(ids::composite(new), comments.0, comments.1));
    }
    for new in pairs
        .created
        .iter()
        .filter(|new| !retyped.contains(&new.name))
    {
        let statements = vec![composite::create(new)];
        let comment = new.comment.as_deref();
        actions.push(make::create(ids::composite(new), statements, comment));
    }
    actions
}

/// True if the fields have the wanted order after those that are no longer wanted are dropped, and others added at the end.
pub(super) fn keeps_order(old: &Composite, new: &Composite) -> bool {
    let pairs = Pairs::new(&old.fields, &new.fields, |field| &field.name);
    let kept: Vec<&str> = old
        .fields
        .iter()
        .filter(|old| pairs.kept.iter().any(|(kept, _)| kept.name == old.name))
        .map(|field| field.name.as_str())
        .collect();
    let mut wanted = new.fields.iter().map(|field| field.name.as_str());
    kept.into_iter().all(|old| wanted.next() == Some(old))
}

/// True if a field has another type.
pub(super) fn has_other_types(old: &Composite, new: &Composite) -> bool {
    let pairs = Pairs::new(&old.fields, &new.fields, |field| &field.name);
    pairs.kept.into_iter().any(|(old, new)| differs(old, new))
}

fn differs(old: &Field, new: &Field) -> bool {
    old.data_type != new.data_type || old.collate != new.collate
}

fn alter(old: &Composite, new: &Composite) -> Option<Action> {
    let pairs = Pairs::new(&old.fields, &new.fields, |field| &field.name);
    let mut clauses: Vec<String> = Vec::new();
    clauses.extend(pairs.dropped.iter().map(|old| composite::drop(&old.name)));
    let changed = pairs.kept.iter().filter(|(old, new)| differs(old, new));
    clauses.extend(changed.map(|(_, new)| composite::alter(new)));
    // Nothing can read a field that does not exist yet.
    let is_read = !clauses.is_empty();
    clauses.extend(pairs.created.iter().map(|new| composite::add(new)));
    let id = ids::composite(new);
    (!clauses.is_empty()).then(|| Action {
        produces: vec![id.clone()],
        destroys: is_read.then(|| id.clone()).into_iter().collect(),
        ..Action::new(
            Verb::Alter,
            id,
            vec![composite::change(&new.name, &clauses)],
        )
    })
}
