//! The error of the server or of sqlx, and the statement that it is about.

use std::fmt;

use sqlx::SqlStr;
use sqlx::postgres::PgDatabaseError;

/// The number of characters of a statement that a message shows.
const SHOWN: usize = 500;

/// The server's own error, or one of sqlx, with the SQL of the statement. It is the source of an
/// [`Error`](super::Error).
///
/// Its text is the message. Its own source is the SQL, shortened to 500 characters, so that a printed chain ends with it.
/// Values are not part of the SQL; the server puts some of them into its message and its detail.
///
/// ```
/// # use schema_core::prelude::*;
/// fn log(error: &Error) {
///     if let Some(cause) = error.cause() {
///         println!("{} {:?}", cause.message(), cause.code());
///         println!("{:?} {:?}", cause.detail(), cause.hint());
///         println!("{:?}", cause.sql());
///     }
/// }
/// ```
#[derive(Debug)]
pub struct Cause(Box<Inner>);

#[derive(Debug)]
struct Inner {
    error: sqlx::Error,
    statement: Option<InStatement>,
    /// True if no other error introduces the message.
    alone: bool,
}

/// The statement that an error is about, as the last part of a chain.
#[derive(Debug)]
struct InStatement(SqlStr);

impl fmt::Display for InStatement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sql = self.0.as_str();
        match sql.char_indices().nth(SHOWN) {
            Some((end, _)) => write!(f, "in the statement `{}…`", &sql[..end]),
            None => write!(f, "in the statement `{sql}`"),
        }
    }
}

impl std::error::Error for InStatement {}

impl Cause {
    pub(crate) fn new(error: sqlx::Error, sql: Option<SqlStr>) -> Self {
        Self(Box::new(Inner {
            error,
            statement: sql.map(InStatement),
            alone: false,
        }))
    }

    /// Makes this the whole error.
    pub(super) fn alone(mut self) -> Self {
        self.0.alone = true;
        self
    }

    /// Returns the server's message, or the text of sqlx's error.
    pub fn message(&self) -> String {
        match self.server() {
            Some(error) => error.message().to_owned(),
            None => Driver(&self.0.error).to_string(),
        }
    }

    /// Returns the SQLSTATE, if it is an error of the server.
    pub fn code(&self) -> Option<&str> {
        self.server().map(PgDatabaseError::code)
    }

    /// Returns the server's explanation, if it gives one. It often contains values.
    pub fn detail(&self) -> Option<&str> {
        self.server()?.detail()
    }

    /// Returns the server's advice, if it gives one.
    pub fn hint(&self) -> Option<&str> {
        self.server()?.hint()
    }

    /// Returns the text of the statement. It is unknown if the error was converted from one of sqlx.
    pub fn sql(&self) -> Option<&str> {
        self.0
            .statement
            .as_ref()
            .map(|statement| statement.0.as_str())
    }

    /// Returns the server's whole error.
    pub fn server(&self) -> Option<&PgDatabaseError> {
        self.0.error.as_database_error()?.try_downcast_ref()
    }

    /// Returns the error of sqlx.
    pub fn as_sqlx(&self) -> &sqlx::Error {
        &self.0.error
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.server() {
            Some(error) => {
                if self.0.alone {
                    f.write_str("the server reported an error: ")?;
                }
                // Not sqlx's text, which adds a line of Postgres's own source.
                f.write_str(error.message())
            }
            None => Driver(&self.0.error).fmt(f),
        }
    }
}

/// An error of sqlx itself.
struct Driver<'a>(&'a sqlx::Error);

impl fmt::Display for Driver<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            sqlx::Error::TypeNotFound { type_name } => write!(
                f,
                "type `{type_name}` is in no Postgres schema of the connection's `search_path`; \
                 create it, or install its extension in one that all connections search"
            ),
            error => error.fmt(f),
        }
    }
}

impl std::error::Error for Cause {
    // Not sqlx's error or its source, whose text this one has.
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(self.0.statement.as_ref()?)
    }
}
