//! Indexes of tables and materialized views.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// An index, except those that belong to a constraint. It is in the same Postgres schema as its table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Index {
    /// The name.
    pub name: String,
    /// The access method, such as `btree`, `gin` or `hnsw`.
    pub method: String,
    /// The columns and expressions, in order.
    pub elements: Vec<IndexElement>,
    /// Columns that the index contains in addition.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub include: Vec<String>,
    /// True for a unique index.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unique: bool,
    /// True if two NULLs count as equal.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub nulls_not_distinct: bool,
    /// Storage parameters.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub with: BTreeMap<String, String>,
    /// The condition of a partial index.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<String>,
    /// True if a concurrent build failed, so that the server does not use the index.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub invalid: bool,
    /// The comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// A column or expression of an index, with its options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndexElement {
    /// The column or the expression.
    pub on: IndexOn,
    /// The collation, as SQL spells it, if it is not the one of the column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collate: Option<String>,
    /// The operator class, as SQL spells it with its options, if it is not the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operator_class: Option<String>,
    /// True for descending order.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub descending: bool,
    /// True if NULLs come first, if that is not the default of the direction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nulls_first: Option<bool>,
}

/// A column or an expression.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum IndexOn {
    /// The name of a column.
    Column(String),
    /// An expression.
    Expression(String),
}
