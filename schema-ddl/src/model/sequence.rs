//! Sequences.

use serde::{Deserialize, Serialize};

use super::{DataType, Name};

/// A [sequence](<https://www.postgresql.org/docs/current/sql-createsequence.html>) that belongs to no identity column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sequence {
    /// The name.
    pub name: Name,
    /// The type of its values.
    pub data_type: DataType,
    /// The options.
    #[serde(default)]
    pub options: SequenceOptions,
    /// The table and the column with which the sequence is dropped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owned_by: Option<(Name, String)>,
    /// The comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// The options of a sequence. `None` is what Postgres uses by default.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SequenceOptions {
    /// The first value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<i64>,
    /// The distance between two values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub increment: Option<i64>,
    /// The smallest value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    /// The largest value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    /// How many values a session takes at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cache: Option<i64>,
    /// True if the sequence begins again after its last value.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cycle: bool,
}
