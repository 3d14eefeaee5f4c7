//! How a change or a message names one object.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Name;
use crate::sql::{comment, quote};

/// The kind of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A Postgres schema.
    Namespace,
    /// An extension.
    Extension,
    /// A role.
    Role,
    /// An enum.
    Enum,
    /// A domain.
    Domain,
    /// A composite type.
    Composite,
    /// A sequence.
    Sequence,
    /// A function, a procedure or an aggregate.
    Routine,
    /// A table.
    Table,
    /// A column of a table.
    Column,
    /// A constraint of a table.
    Constraint,
    /// An index.
    Index,
    /// A view.
    View,
    /// A materialized view.
    MaterializedView,
    /// A trigger of a table.
    Trigger,
    /// A policy of a table.
    Policy,
    /// The privileges of a role on an object.
    Grant,
}

impl Kind {
    /// Returns the word of SQL for the kind.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Namespace => "schema",
            Self::Extension => "extension",
            Self::Role => "role",
            Self::Enum => "enum",
            Self::Domain => "domain",
            Self::Composite => "composite type",
            Self::Sequence => "sequence",
            Self::Routine => "function",
            Self::Table => "table",
            Self::Column => "column",
            Self::Constraint => "constraint",
            Self::Index => "index",
            Self::View => "view",
            Self::MaterializedView => "materialized view",
            Self::Trigger => "trigger",
            Self::Policy => "policy",
            Self::Grant => "grant",
        }
    }
}

/// One object: its kind, its name, and for a part of a table also the part's name.
///
/// ```
/// use schema_ddl::model::{Kind, Name, ObjectId};
///
/// let patients = Name::new("patients");
/// assert_eq!(ObjectId::new(Kind::Table, patients.clone()).to_string(), r#"table "patients""#);
/// assert_eq!(
///     ObjectId::part(Kind::Column, patients, "email").to_string(),
///     r#"column "email" of "patients""#
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectId {
    /// The kind.
    pub kind: Kind,
    /// The name of the object, or of the object that it is a part of. A role, a Postgres schema and an extension have no
    /// Postgres schema. The name of a function includes the types of its arguments: `total(bigint)`.
    pub name: Name,
    /// The name of a column, a constraint, a trigger or a policy; the role and the privilege of a grant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
}

impl ObjectId {
    /// An object with a name of its own.
    pub const fn new(kind: Kind, name: Name) -> Self {
        Self {
            kind,
            name,
            part: None,
        }
    }

    /// A part of an object.
    pub fn part(kind: Kind, of: Name, part: impl Into<String>) -> Self {
        Self {
            kind,
            name: of,
            part: Some(part.into()),
        }
    }

    /// Returns the object as statements such as `comment on` and `drop` name it.
    ///
    /// ```
    /// use schema_ddl::model::{Kind, Name, ObjectId};
    ///
    /// let status = ObjectId::new(Kind::Enum, Name::new("status"));
    /// assert_eq!(status.sql(), r#"type "status""#);
    /// let total = ObjectId::new(Kind::Routine, Name::in_schema("clinic", "total(bigint)"));
    /// assert_eq!(total.sql(), r#"routine "clinic"."total"(bigint)"#);
    /// let check = ObjectId::part(Kind::Constraint, Name::new("orders"), "positive");
    /// assert_eq!(check.sql(), r#"constraint "positive" on "orders""#);
    /// ```
    pub fn sql(&self) -> String {
        comment::target(self)
    }
}

/// Writes the kind and the name, as messages do.
impl fmt::Display for ObjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind.word();
        match &self.part {
            Some(part) => write!(f, "{kind} {} of {}", quote::name(part), self.name),
            None => write!(f, "{kind} {}", self.name),
        }
    }
}
