//! A query of a program.

use serde::Serialize;

use super::{ExpectedColumn, ExpectedType};

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
    /// The types of the parameters that the program sends; a `None` among them is not known. There are several lists if it
    /// sends values of different types with one text, and none if the program was compiled with a version of this library
    /// that did not note them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<Vec<Option<ExpectedType>>>,
}

impl Found {
    /// A query whose columns and parameters are not known.
    pub fn new(sql: impl Into<String>) -> Self {
        Self {
            sql: sql.into(),
            rows: Vec::new(),
            parameters: Vec::new(),
        }
    }

    /// Returns the lists of parameters with which the query is checked: an empty one if they are not known.
    pub(super) fn sent(&self) -> impl Iterator<Item = &[Option<ExpectedType>]> {
        let unknown = self.parameters.is_empty().then_some(&[][..]);
        self.parameters.iter().map(Vec::as_slice).chain(unknown)
    }
}
