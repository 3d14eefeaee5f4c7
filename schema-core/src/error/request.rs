//! Errors of names and values that come from a request.

use std::fmt;

/// A name or a value of a request that the program does not accept: see [`query::dynamic`](crate::query::dynamic). The
/// message tells the sender what to change.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RequestError {
    /// A name is not in the list.
    #[error("`{name}` is not a name to {purpose}; use one of {}", Known(.known))]
    Name {
        /// The name.
        name: Box<str>,
        /// Its use in the request.
        purpose: &'static str,
        /// The names in the list.
        known: Vec<&'static str>,
    },
    /// A name occurs twice.
    #[error("`{name}` is named twice; name it once")]
    Repeated {
        /// The name.
        name: Box<str>,
    },
    /// A value has another type.
    #[error("`{value}` is not a value for `{name}`; use a value of type `{expected}`")]
    Value {
        /// The name of the column.
        name: Box<str>,
        /// The value.
        value: Box<str>,
        /// The type of the column.
        expected: Box<str>,
    },
    /// A comparison is for text, and the column is not.
    #[error("`{name}` has type `{actual}`, and `like` is for text; use another comparison")]
    NotText {
        /// The name of the column.
        name: Box<str>,
        /// The type of the column.
        actual: Box<str>,
    },
}

struct Known<'a>(&'a [&'static str]);

impl fmt::Display for Known<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, name) in self.0.iter().enumerate() {
            write!(f, "{}`{name}`", if i == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}
