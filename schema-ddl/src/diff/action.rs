//! One change of a schema.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::ObjectId;

/// A change of one object, with the statements that make it.
///
/// The four lists of objects determine the order: see [`sort`](super::sort).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// The kind of change.
    pub verb: Verb,
    /// The object that is changed.
    pub object: ObjectId,
    /// The statements, without semicolons.
    pub statements: Vec<String>,
    /// The transaction in which the statements run.
    pub transaction: Transaction,
    /// Objects that exist, or have their new form, after the action.
    pub produces: Vec<ObjectId>,
    /// Objects that must exist, or have their new form, before the action.
    pub requires: Vec<ObjectId>,
    /// Objects that no longer exist, or no longer have their old form, after the action.
    pub destroys: Vec<ObjectId>,
    /// Objects whose old form is no longer used after the action.
    pub releases: Vec<ObjectId>,
}

impl Action {
    /// An action in a transaction that neither produces nor requires anything.
    pub const fn new(verb: Verb, object: ObjectId, statements: Vec<String>) -> Self {
        Self {
            verb,
            object,
            statements,
            transaction: Transaction::Inside,
            produces: Vec::new(),
            requires: Vec::new(),
            destroys: Vec::new(),
            releases: Vec::new(),
        }
    }
}

/// A kind of change of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verb {
    /// It is dropped.
    Drop,
    /// It is renamed.
    Rename,
    /// It is created.
    Create,
    /// It is changed and keeps its contents.
    Alter,
}

/// Writes the verb as messages do.
impl fmt::Display for Verb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Create => "create",
            Self::Rename => "rename",
            Self::Alter => "alter",
            Self::Drop => "drop",
        })
    }
}

/// The transaction that a statement needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Transaction {
    /// In a transaction with others.
    Inside,
    /// In a transaction, and its effect can only be used after the commit: a new label of an enum.
    CommitAfter,
    /// In a transaction of its own: it reads all rows, and no lock of another change may be held during that.
    Alone,
    /// Again and again, each time in a transaction of its own, until it changes no row: a value for the rows that exist.
    Batches,
    /// Outside of any transaction: `create index concurrently`.
    Outside,
}
