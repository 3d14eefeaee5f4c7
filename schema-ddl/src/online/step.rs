//! The steps of a change.

use crate::diff::{Action, Transaction, Verb};
use crate::model::ObjectId;

/// The steps of a change.
#[derive(Debug, Default)]
pub(super) struct Steps {
    /// Those that stay in the place of the change. They are short.
    pub(super) now: Vec<Action>,
    /// Those that follow at the end, or when another change needs them.
    pub(super) later: Vec<Action>,
    /// What runs instead of `later`, if another change needs it, and locks the table anyway.
    pub(super) instead: Option<Action>,
}

impl Steps {
    /// A change that stays as it is.
    pub(super) fn now(action: Action) -> Self {
        Self {
            now: vec![action],
            ..Self::default()
        }
    }

    /// A change that runs at the end.
    pub(super) fn later(later: Vec<Action>) -> Self {
        Self {
            later,
            ..Self::default()
        }
    }
}

/// A step that needs what a step before it has made.
pub(super) fn after(
    stage: &ObjectId,
    verb: Verb,
    object: ObjectId,
    statements: Vec<String>,
) -> Action {
    Action {
        requires: vec![stage.clone()],
        ..Action::new(verb, object, statements)
    }
}

/// The same action in another transaction.
pub(super) fn run(transaction: Transaction, action: Action) -> Action {
    Action {
        transaction,
        ..action
    }
}

/// Stands for an object that is made, and is not complete.
pub(super) fn stage(object: &ObjectId, name: &str) -> ObjectId {
    let part = match &object.part {
        Some(part) => format!("{part} ({name})"),
        None => name.to_owned(),
    };
    ObjectId::part(object.kind, object.name.clone(), part)
}
