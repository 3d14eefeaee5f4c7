//! A query of a program.

use serde::Serialize;

use super::ExpectedColumn;

/// A query of a program.
///
/// ```
/// use schema_kit::queries::Found;
///
/// let query = Found::new("select 1");
/// assert!(query.rows.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Found {
    /// The text.
    pub sql: String,
    /// The columns that the program expects. There are several lists if it reads the rows of one text into several types,
    /// and none if the rows are not read, or by a decoder of the program's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Vec<ExpectedColumn>>,
}

impl Found {
    /// A query whose columns are not known.
    pub fn new(sql: impl Into<String>) -> Self {
        Self {
            sql: sql.into(),
            rows: Vec::new(),
        }
    }
}
