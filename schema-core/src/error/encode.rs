//! Errors that occur before a statement is sent.

use sqlx::error::BoxDynError;

use super::Error;

/// An update whose `set_if` calls were all `None`. Becomes [`Error::NothingToSet`].
#[derive(Debug, thiserror::Error)]
#[error("the update of table `{table}` sets no column")]
pub(crate) struct NothingToSet {
    pub(crate) table: &'static str,
}

/// An update or delete all of whose conditions are absent. Becomes [`Error::NothingFiltered`].
#[derive(Debug, thiserror::Error)]
#[error("the update or delete of table `{table}` has no condition")]
pub(crate) struct NothingFiltered {
    pub(crate) table: &'static str,
}

/// A statement that the server would reject, for a reason that its values tell. Becomes [`Error::Invalid`].
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub(crate) struct Invalid {
    message: Box<str>,
}

impl Invalid {
    pub(crate) fn boxed(message: impl Into<Box<str>>) -> BoxDynError {
        Box::new(Self {
            message: message.into(),
        })
    }
}

/// An error about the value for a column. Becomes [`Error::Encode`].
#[derive(Debug, thiserror::Error)]
#[error("column `{column}` of table `{table}`")]
pub(crate) struct ColumnError {
    pub(crate) table: &'static str,
    pub(crate) column: &'static str,
    pub(crate) source: BoxDynError,
}

impl Error {
    /// Converts the error of a statement that could not be encoded.
    pub(crate) fn encode(source: BoxDynError) -> Self {
        let source = match source.downcast::<NothingToSet>() {
            Ok(error) => {
                return Self::NothingToSet { table: error.table };
            }
            Err(source) => source,
        };
        let source = match source.downcast::<NothingFiltered>() {
            Ok(error) => {
                return Self::NothingFiltered { table: error.table };
            }
            Err(source) => source,
        };
        let source = match source.downcast::<Invalid>() {
            Ok(error) => {
                return Self::Invalid {
                    message: error.message,
                };
            }
            Err(source) => source,
        };
        match source.downcast::<ColumnError>() {
            Ok(error) => {
                let ColumnError {
                    table,
                    column,
                    source,
                } = *error;
                Self::Encode {
                    table: Some(table),
                    column: Some(column),
                    source,
                }
            }
            Err(source) => Self::Encode {
                table: None,
                column: None,
                source,
            },
        }
    }
}
