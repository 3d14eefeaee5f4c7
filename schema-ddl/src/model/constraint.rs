//! Constraints of tables. Each has a name.

use serde::{Deserialize, Serialize};

use super::{IndexOn, Name};

/// A primary key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrimaryKey {
    /// The name.
    pub name: String,
    /// The columns, in order.
    pub columns: Vec<String>,
    /// Columns that its index contains in addition.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub include: Vec<String>,
    /// The time at which it is checked.
    #[serde(default)]
    pub deferrable: Deferrable,
    /// The comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// A unique constraint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unique {
    /// The name.
    pub name: String,
    /// The columns, in order.
    pub columns: Vec<String>,
    /// Columns that its index contains in addition.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub include: Vec<String>,
    /// True if two NULLs count as equal.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub nulls_not_distinct: bool,
    /// The time at which it is checked.
    #[serde(default)]
    pub deferrable: Deferrable,
    /// The comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// A check constraint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// The name.
    pub name: String,
    /// The condition.
    pub expression: String,
    /// True if partitions and children do not inherit it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub no_inherit: bool,
    /// True if existing rows have not been checked: `not valid`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_valid: bool,
    /// True if it is only declared: `not enforced` (Postgres 18 and later).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_enforced: bool,
    /// The comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// A foreign key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForeignKey {
    /// The name.
    pub name: String,
    /// The referencing columns.
    pub columns: Vec<String>,
    /// The referenced table.
    pub table: Name,
    /// The referenced columns.
    pub references: Vec<String>,
    /// How NULLs in several columns are treated.
    #[serde(default)]
    pub match_type: Match,
    /// The action on referencing rows when a referenced row is deleted.
    #[serde(default)]
    pub on_delete: Action,
    /// The columns that `on delete set null` or `set default` sets, if they are not all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub on_delete_columns: Vec<String>,
    /// The action on referencing rows when a referenced key changes.
    #[serde(default)]
    pub on_update: Action,
    /// The time at which it is checked.
    #[serde(default)]
    pub deferrable: Deferrable,
    /// True if existing rows have not been checked: `not valid`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_valid: bool,
    /// True if it is only declared: `not enforced` (Postgres 18 and later).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_enforced: bool,
    /// The comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// An [exclusion constraint](<https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-EXCLUDE>).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exclusion {
    /// The name.
    pub name: String,
    /// The access method of its index.
    pub method: String,
    /// The columns and expressions, each with the operator that must not be true for two rows.
    pub elements: Vec<ExclusionElement>,
    /// The condition on rows that are checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<String>,
    /// The time at which it is checked.
    #[serde(default)]
    pub deferrable: Deferrable,
    /// The comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// A column or expression of an exclusion constraint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExclusionElement {
    /// The column or the expression.
    pub on: IndexOn,
    /// The operator class, as SQL spells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operator_class: Option<String>,
    /// The operator, such as `&&`.
    pub operator: String,
}

/// The referential action of a foreign key.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// The statement fails. The check runs at its end, and can be deferred.
    #[default]
    NoAction,
    /// The statement fails at once.
    Restrict,
    /// The referencing rows are deleted or updated as well.
    Cascade,
    /// The referencing columns are set to NULL.
    SetNull,
    /// The referencing columns are set to their defaults.
    SetDefault,
}

/// How a foreign key of several columns treats NULLs.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Match {
    /// A row with a NULL is not checked.
    #[default]
    Simple,
    /// Either all columns are NULL or none is.
    Full,
}

/// The time at which a constraint is checked.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Deferrable {
    /// After each statement.
    #[default]
    No,
    /// After each statement, unless the transaction defers the check.
    InitiallyImmediate,
    /// At commit.
    InitiallyDeferred,
}
