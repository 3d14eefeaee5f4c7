//! Reasons why a schema cannot be read.

use sqlx::error::UnexpectedNullError;

/// A schema could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IntrospectError {
    /// A Postgres schema of the [`Scope`](super::Scope) does not exist.
    #[error("the Postgres schema `{name}` does not exist; create it, or leave it out of the scope")]
    MissingSchema {
        /// Its name.
        name: String,
    },
    /// The connection has no current schema.
    #[error(
        "no Postgres schema of the connection's `search_path` exists; set `search_path`, or name the schema in the scope"
    )]
    NoCurrentSchema,
    /// The server is older than Postgres 16.
    #[error(
        "the server has version {server_version_num}; reading a schema requires Postgres 16 or later"
    )]
    Unsupported {
        /// The server's version as a number: 150004 is 15.4.
        server_version_num: i32,
    },
    /// The connection is in a transaction, so that [`read`](super::read) cannot begin one.
    #[error("the connection is in a transaction; use `read_in_transaction`")]
    InTransaction,
    /// An object was dropped or changed while the schema was read: the server prints definitions as they are at that
    /// moment, also in a transaction with a snapshot.
    #[error("the schema changed while it was read; read it again")]
    Changed(#[source] sqlx::Error),
    /// A query failed.
    #[error("could not read the schema from the database")]
    Database(#[source] sqlx::Error),
}

impl From<sqlx::Error> for IntrospectError {
    fn from(error: sqlx::Error) -> Self {
        let changed = match &error {
            // The definition of an object that no longer exists is NULL.
            sqlx::Error::ColumnDecode { source, .. } => source.is::<UnexpectedNullError>(),
            sqlx::Error::Database(error) => {
                error.code().is_some_and(|code| code == "XX000")
                    && (error.message().starts_with("cache lookup failed")
                        || error.message().starts_with("could not open relation"))
            }
            _ => false,
        };
        if changed {
            Self::Changed(error)
        } else {
            Self::Database(error)
        }
    }
}
