//! Functions, procedures and triggers, which are SQL as written.

use serde::{Deserialize, Serialize};

use super::{Name, ObjectId};

/// The beginning of the names of the triggers, and of their functions, that set a column to `now()` with each update.
pub const UPDATED_AT_PREFIX: &str = "schema_touch_";

/// A [function](<https://www.postgresql.org/docs/current/sql-createfunction.html>) or procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Routine {
    /// The name.
    pub name: Name,
    /// The types of the arguments, as the server prints them to identify the function: `bigint, text`.
    pub arguments: String,
    /// The kind.
    pub kind: RoutineKind,
    /// The whole statement `create or replace function …`, without a semicolon at its end.
    pub definition: String,
    /// The objects that the body uses, if they are known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uses: Vec<ObjectId>,
    /// The comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// The kind of a routine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoutineKind {
    /// A function.
    Function,
    /// A procedure.
    Procedure,
    /// An aggregate.
    Aggregate,
}

/// A [trigger](<https://www.postgresql.org/docs/current/sql-createtrigger.html>) of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trigger {
    /// The name.
    pub name: String,
    /// The whole statement `create trigger …`, without a semicolon at its end.
    pub definition: String,
    /// The function that it calls, with its argument types: `touch()`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function: Option<Name>,
    /// True if the trigger does not fire.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub disabled: bool,
    /// The comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}
