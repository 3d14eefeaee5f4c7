//! Changes of functions and procedures.

use super::dependents::Gone;
use super::pairs::Pairs;
use super::{Action, ids, make};
use crate::model::{Model, ObjectId};
use crate::sql::routine;

/// Returns the routines of the old model that must be dropped because they differ.
pub(super) fn changed(from: &Model, to: &Model) -> Vec<ObjectId> {
    let pairs = Pairs::new(&from.routines, &to.routines, ids::routine);
    let kept = pairs.kept.into_iter();
    let changed = kept.filter(|(old, new)| {
        // `create or replace` keeps the signature.
        let signature = |text: &str| routine::signature(text);
        old.kind != new.kind
            || old.definition != new.definition
                && signature(&old.definition) != signature(&new.definition)
    });
    let changed = changed.map(|(old, _)| old);
    pairs
        .dropped
        .into_iter()
        .chain(changed)
        .map(ids::routine)
        .collect()
}

pub(super) fn diff(from: &Model, to: &Model, gone: &Gone) -> Vec<Action> {
    let pairs = Pairs::new(&from.routines, &to.routines, ids::routine);
    let mut actions = Vec::new();
    for old in from
        .routines
        .iter()
        .filter(|old| gone.contains(&ids::routine(old)))
    {
        actions.push(make::drop(ids::routine(old), routine::drop(old)));
    }
    let mut created = pairs.created;
    for (old, new) in pairs.kept {
        let id = ids::routine(new);
        if gone.contains(&id) {
            created.push(new);
            continue;
        }
        if old.definition != new.definition {
            let action = make::alter(id.clone(), vec![new.definition.clone()]);
            actions.extend(action.map(|action| Action {
                produces: vec![id.clone()],
                ..action
            }));
        }
        let comments = (old.comment.as_deref(), new.comment.as_deref());
        actions.extend(make::comment(id, comments.0, comments.1));
    }
    for new in created {
        let statements = vec![new.definition.clone()];
        actions.push(make::create(
            ids::routine(new),
            statements,
            new.comment.as_deref(),
        ));
    }
    actions
}
