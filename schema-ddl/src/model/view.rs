//! Views and materialized views.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Field, Index, Name, ObjectId};

/// A [view](<https://www.postgresql.org/docs/current/sql-createview.html>) or a [materialized view](<https://www.postgresql.org/docs/current/sql-creatematerializedview.html>).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The name.
    pub name: Name,
    /// The names of its columns. If there are none, they are those of the query.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// The names and types of its columns, if they are known. A comparison ignores them, because they follow from the query.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// The query, without a semicolon at its end.
    pub query: String,
    /// True if the rows are stored.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub materialized: bool,
    /// Options such as `security_invoker`, or the storage parameters of a materialized view.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub options: BTreeMap<String, String>,
    /// Indexes of a materialized view.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indexes: Vec<Index>,
    /// The objects that the query reads, if they are known: tables, columns, views, functions and types.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reads: Vec<ObjectId>,
    /// True if a materialized view is created without rows. A comparison ignores it, since `refresh` adds the rows.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub no_data: bool,
    /// The comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// The comments on columns, by their names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub column_comments: BTreeMap<String, String>,
}

impl View {
    /// A view without anything else than its query.
    pub fn new(name: Name, query: impl Into<String>) -> Self {
        Self {
            name,
            columns: Vec::new(),
            fields: Vec::new(),
            query: query.into(),
            materialized: false,
            options: BTreeMap::new(),
            indexes: Vec::new(),
            reads: Vec::new(),
            no_data: false,
            comment: None,
            column_comments: BTreeMap::new(),
        }
    }
}
