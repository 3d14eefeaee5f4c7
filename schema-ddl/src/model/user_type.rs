//! Types of the schema.

use serde::{Deserialize, Serialize};

use super::{Check, DataType, Name};

/// An [enum](<https://www.postgresql.org/docs/current/datatype-enum.html>).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enum {
    /// The name.
    pub name: Name,
    /// The labels, in order.
    pub labels: Vec<String>,
    /// The comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// A [domain](<https://www.postgresql.org/docs/current/domains.html>).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Domain {
    /// The name.
    pub name: Name,
    /// The type that it restricts.
    pub base: DataType,
    /// The collation, as SQL spells it, if it is not the one of the type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collate: Option<String>,
    /// True if a value cannot be NULL.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_null: bool,
    /// The expression of the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// Checks of `value`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Check>,
    /// The comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// A [composite type](<https://www.postgresql.org/docs/current/rowtypes.html>).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Composite {
    /// The name.
    pub name: Name,
    /// The fields, in order.
    pub fields: Vec<Field>,
    /// The comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// A field of a composite type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// The name.
    pub name: String,
    /// The type.
    pub data_type: DataType,
    /// The collation, as SQL spells it, if it is not the one of the type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collate: Option<String>,
}
