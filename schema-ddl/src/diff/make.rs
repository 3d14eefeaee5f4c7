//! The usual forms of actions.

use super::{Action, Verb};
use crate::model::ObjectId;
use crate::sql::comment;

/// An action that creates an object, with its comment.
pub(super) fn create(id: ObjectId, mut statements: Vec<String>, text: Option<&str>) -> Action {
    if let Some(text) = text {
        statements.push(comment::comment(&id, Some(text)));
    }
    Action {
        produces: vec![id.clone()],
        ..Action::new(Verb::Create, id, statements)
    }
}

/// An action that drops an object.
pub(super) fn drop(id: ObjectId, statement: String) -> Action {
    Action {
        destroys: vec![id.clone()],
        ..Action::new(Verb::Drop, id, vec![statement])
    }
}

/// An action that changes an object, if there are statements.
pub(super) fn alter(id: ObjectId, statements: Vec<String>) -> Option<Action> {
    (!statements.is_empty()).then(|| Action::new(Verb::Alter, id, statements))
}

/// An action that changes the comment of an object, if it differs.
pub(super) fn comment(id: ObjectId, from: Option<&str>, to: Option<&str>) -> Option<Action> {
    let statements = (from != to).then(|| comment::comment(&id, to));
    alter(id, statements.into_iter().collect())
}
