//! A statement on its way to a connection.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use sqlx::postgres::{PgArguments, PgStatement};
use sqlx::{Execute, Postgres, Result, SqlStr};

/// The text and the values of a statement, ours or sqlx's.
pub(super) struct Sent {
    pub(super) sql: SqlStr,
    /// `None` sends the text alone, which may then contain several statements.
    pub(super) arguments: Option<PgArguments>,
    metadata: Option<PgStatement>,
    persistent: bool,
}

impl Sent {
    pub(super) fn new<'q>(mut query: impl Execute<'q, Postgres>, named: bool) -> Result<Self> {
        let arguments = query.take_arguments().map_err(sqlx::Error::Encode)?;
        Ok(Self {
            arguments,
            metadata: query.statement().cloned(),
            persistent: named && query.persistent(),
            sql: query.sql(),
        })
    }

    /// Returns a copy to send if the server has forgotten the statement. `None` if nothing is prepared.
    ///
    /// Inlined into the program: a clone of sqlx's arguments in this crate would make the compiler call sqlx's `clone` of a
    /// type for each value of a row, instead of inlining it (`row/reader.rs`).
    #[inline]
    pub(super) fn again(&self) -> Option<Self> {
        Some(Self {
            sql: self.sql.clone(),
            arguments: Some(self.arguments.clone()?),
            // It describes the columns as they were.
            metadata: None,
            persistent: self.persistent,
        })
    }

    /// Returns a number for the text.
    pub(super) fn hash(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.sql.as_str().hash(&mut hasher);
        hasher.finish()
    }
}

impl Execute<'static, Postgres> for Sent {
    fn sql(self) -> SqlStr {
        self.sql
    }

    fn statement(&self) -> Option<&PgStatement> {
        self.metadata.as_ref()
    }

    fn take_arguments(&mut self) -> Result<Option<PgArguments>, sqlx::error::BoxDynError> {
        Ok(self.arguments.take())
    }

    fn persistent(&self) -> bool {
        self.persistent
    }
}
