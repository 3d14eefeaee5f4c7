//! Errors of statements.
//!
//! Every statement returns [`Error`]. Its variants are chosen by what the caller can do about them. A service maps them to
//! status codes, and the rest is a fault of its own:
//!
//! ```
//! use schema_core::error::{ConstraintKind, TimeoutKind};
//! use schema_core::prelude::*;
//!
//! /// Returns the HTTP status code for an error.
//! fn status(error: &Error) -> u16 {
//!     match error {
//!         Error::NotFound => 404,
//!         // The request contradicts what is stored.
//!         Error::Constraint { kind: ConstraintKind::Unique | ConstraintKind::ForeignKey, .. } => 409,
//!         // The values of the request are not valid.
//!         Error::Constraint { .. } | Error::Value { .. } | Error::Encode { .. } => 422,
//!         Error::NothingToSet { .. } | Error::Cursor { .. } | Error::Request(_) => 400,
//!         Error::Timeout { kind: TimeoutKind::Statement, .. } => 504,
//!         // The same request may succeed later.
//!         Error::Conflict { .. } | Error::Timeout { .. } | Error::Resource { .. } | Error::ReadOnly(_) => 503,
//!         Error::Pool(_) | Error::Connection(_) => 503,
//!         // The schema and the database differ, or the SQL is wrong: log the error.
//!         _ => 500,
//!     }
//! }
//!
//! assert_eq!(status(&Error::NotFound), 404);
//! ```
//!
//! Methods answer common questions: [`is_unique_violation`](Error::is_unique_violation) and
//! [`column`](Error::column) for the message of a form, [`is_retryable`](Error::is_retryable) for transactions.
//!
//! The text of an error does not repeat the text of its [`source`](std::error::Error::source). For a log, print the whole
//! chain: it has the server's message, and the SQL of the statement without its values.
//!
//! ```
//! /// Formats an error with its causes, for a log.
//! fn chain(error: &dyn std::error::Error) -> String {
//!     let causes = std::iter::successors(Some(error), |error| error.source());
//!     causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
//! }
//!
//! // the statement violates the unique constraint `users_email_key` of table `users`, on column `email`: duplicate key
//! // value violates unique constraint "users_email_key": in the statement `insert into "users" ("email") values ($1)`
//! ```

mod cause;
mod connect;
mod copy;
mod display;
mod encode;
mod kind;
mod length;
mod parameter;
mod request;
mod server;
mod subject;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgTypeInfo;

use self::display::{Because, Columns, ForColumn, Named, Of, Position};

pub use self::cause::Cause;
#[cfg(feature = "pool")]
pub(crate) use self::connect::NotConnected;
pub(crate) use self::copy::InRow;
pub(crate) use self::encode::{ColumnError, Invalid, NothingFiltered, NothingToSet};
pub use self::kind::{ConflictKind, ConstraintKind, CursorKind, ResourceKind, TimeoutKind};
pub use self::request::RequestError;
#[cfg(feature = "pool")]
pub(crate) use self::server::is_stale;
pub(crate) use self::subject::Subject;

/// The result of a statement.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// An error of a statement.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// `fetch_one` found no row.
    #[error("no row was found")]
    NotFound,

    /// The statement violated a constraint. It had no effect.
    #[error(
        "{kind}{}{}{}",
        Named(.constraint.as_deref()),
        Of(.schema.as_deref(), .table.as_deref(), .domain.as_deref()),
        Columns(.columns)
    )]
    Constraint {
        /// The kind of constraint.
        kind: ConstraintKind,
        /// The Postgres schema of the table or domain. It is absent for a table that the statement names without one;
        /// [`schema`](Self::schema) then returns the one that the server found.
        schema: Option<Box<str>>,
        /// The table's name. If the server reports a partition, it is the statement's table.
        table: Option<Box<str>>,
        /// The domain's name, if the constraint is one of a domain. The server does not report the table then.
        domain: Option<Box<str>>,
        /// The constraint's name. Not-null constraints have none.
        constraint: Option<Box<str>>,
        /// The columns of the constraint, if the definition of the statement's table contains it.
        columns: Vec<String>,
        /// The server's error.
        source: Cause,
    },

    /// The server rejected a value: it is too long, out of range or invalid. The statement had no effect.
    #[error("the server rejected a value{}", ForColumn(.table.as_deref(), .column.as_deref()))]
    Value {
        /// The server's message.
        message: Box<str>,
        /// The table, if it is known.
        table: Option<Box<str>>,
        /// The column, if it is known.
        column: Option<Box<str>>,
        /// The server's error.
        source: Cause,
    },

    /// The server rolled back the transaction because of a concurrent one. Run the whole transaction again; see
    /// [`is_retryable`](Self::is_retryable).
    #[error("{kind}")]
    Conflict {
        /// The kind of conflict.
        kind: ConflictKind,
        /// The server's error.
        source: Cause,
    },

    /// The statement exceeded a time limit. It had no effect.
    #[error("{kind}")]
    Timeout {
        /// The limit.
        kind: TimeoutKind,
        /// The server's error.
        source: Cause,
    },

    /// The statement was cancelled, for example by `pg_cancel_backend`. It had no effect.
    #[error("the statement was cancelled")]
    Cancelled(#[source] Cause),

    /// The statement would change data, but the transaction is read-only or the server is a standby.
    #[error("the transaction is read-only")]
    ReadOnly(#[source] Cause),

    /// The server lacks a resource, such as free connections.
    #[error("{kind}")]
    Resource {
        /// The resource.
        kind: ResourceKind,
        /// The server's error.
        source: Cause,
    },

    /// A value could not be encoded. The statement was not sent.
    #[error("could not encode a value{}", ForColumn(*.table, *.column))]
    Encode {
        /// The table, if the value was for a column.
        table: Option<&'static str>,
        /// The column, if the value was for one.
        column: Option<&'static str>,
        /// The cause.
        source: BoxDynError,
    },

    /// The server would reject the statement, for a reason that only its values tell: a negative `limit`, a column that is
    /// set twice. The statement was not sent.
    #[error("the statement is not valid: {message}")]
    Invalid {
        /// The reason.
        message: Box<str>,
    },

    /// A cursor of a page is not one of the query: it was altered, cut off, or belongs to another query or an older version
    /// of this one. Nothing was sent. Show the first page.
    #[error("{kind}")]
    Cursor {
        /// The mistake.
        kind: CursorKind,
    },

    /// A request named what the program does not accept: see [`query::dynamic`](crate::query::dynamic). Nothing was sent.
    #[error(transparent)]
    Request(#[from] RequestError),

    /// An update sets no column, because every `set_if` was `None`. The statement was not sent.
    #[error("the update of table `{table}` sets no column; pass `Some` to at least one `set_if`")]
    NothingToSet {
        /// The table.
        table: &'static str,
    },

    /// All conditions of an update or delete are absent: each one passed to `filter` is `None` or an empty list. It would
    /// change every row. The statement was not sent.
    #[error(
        "every condition of the update or delete of table `{table}` is absent; pass a condition to `filter`, or call \
         `all_rows()` to change every row"
    )]
    NothingFiltered {
        /// The table.
        table: &'static str,
    },

    /// A value could not be decoded into its Rust type.
    #[error("could not decode {}", Position(*.table, *.column, *.position))]
    Decode {
        /// The table, if the value is from a column.
        table: Option<&'static str>,
        /// The column, if the value is from one.
        column: Option<&'static str>,
        /// The value's position in the row, from 0.
        position: usize,
        /// The cause.
        source: BoxDynError,
    },

    /// A column has another type in the database than in the schema, because one of them was changed.
    #[error(
        "{} has type `{actual}` in the database but `{expected}` in the schema; change the struct or migrate the database",
        Position(*.table, *.column, *.position)
    )]
    Type {
        /// The table, if the value is from a column.
        table: Option<&'static str>,
        /// The column, if the value is from one.
        column: Option<&'static str>,
        /// The value's position in the row, from 0.
        position: usize,
        /// The type in the schema.
        expected: Box<str>,
        /// The type in the database.
        actual: Box<str>,
    },

    /// The prepared statement on the connection is out of date:
    ///
    /// - a table or an enum has changed, so that the statement returns other types;
    /// - the `search_path` has changed, so that the statement uses a table or an enum of another Postgres schema, or both
    ///   of two;
    /// - the server has forgotten the statement, after `deallocate all` or `discard all`.
    ///
    /// The statement had no effect. The connection must forget it: call `clear_cached_statements` of sqlx's
    /// `Connection`, or open a new connection. Do so too before you change the `search_path` of a connection that has
    /// run statements:
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[derive(PgEnum)]
    /// # enum State { Open }
    /// # #[table(name = "jobs")]
    /// # struct Job { #[column(primary_key)] id: i64, state: State }
    /// # let _ = async |connection: &mut sqlx::PgConnection| -> schema_core::Result<()> {
    /// use sqlx::Connection as _;
    ///
    /// sqlx::query("set search_path = tenant_7, public").execute(&mut *connection).await?;
    /// connection.clear_cached_statements().await?;
    /// let job: Option<Job> = Job.find(1).fetch_optional(connection).await?;
    /// # Ok(())
    /// # };
    /// ```
    #[error(
        "a table has changed since this connection prepared the statement; \
         call `clear_cached_statements` or open a new connection"
    )]
    StalePlan(#[source] Cause),

    /// The pool is closed, no connection was free in time, or the server cannot be reached. The statement was not sent.
    #[error("could not get a connection from the pool")]
    Pool(#[source] sqlx::Error),

    /// The connection was lost, for example because the server shut down. Uncommitted changes are lost.
    #[error("the connection to the server was lost")]
    Connection(#[source] Cause),

    /// The transaction was not committed, because a statement in it failed and the error was ignored. Everything in it was
    /// rolled back.
    #[error(
        "the transaction was rolled back, because a statement in it had failed{}",
        Because(.cause.as_deref())
    )]
    Aborted {
        /// The server's message about the statement, if it was seen.
        cause: Option<Box<str>>,
        /// The statement failed with a serialization failure or a deadlock.
        conflict: bool,
    },

    /// The connection was lost during a commit, so its outcome is unknown: everything was committed or nothing was. Read
    /// the data to find out.
    #[error("the connection was lost during the commit, so its outcome is unknown")]
    CommitUnknown(#[source] Cause),

    /// Any other error of the server or of sqlx.
    #[error(transparent)]
    Database(Cause),
}

impl Error {
    /// Returns true if `fetch_one` found no row.
    pub fn is_not_found(&self) -> bool {
        matches!(self, Self::NotFound)
    }

    /// Returns true if the statement violated a primary key, a unique constraint or a unique index.
    pub fn is_unique_violation(&self) -> bool {
        self.constraint_kind() == Some(ConstraintKind::Unique)
    }

    /// Returns true if a referenced row does not exist, or a row to delete is still referenced.
    pub fn is_foreign_key_violation(&self) -> bool {
        self.constraint_kind() == Some(ConstraintKind::ForeignKey)
    }

    /// Returns true if a row cannot be deleted, or its key cannot be changed, because another row references it. The other
    /// foreign key violation is a reference to a row that does not exist.
    ///
    /// The server tells them apart in its message only, so this needs a server whose `lc_messages` is English.
    pub fn is_still_referenced(&self) -> bool {
        self.is_foreign_key_violation()
            && self.cause().and_then(Cause::server).is_some_and(|error| {
                error.code() == "23001" || error.message().starts_with("update or delete on table")
            })
    }

    /// Returns true if the statement violated a check constraint.
    pub fn is_check_violation(&self) -> bool {
        self.constraint_kind() == Some(ConstraintKind::Check)
    }

    /// Returns true if a column that is `not null` received no value.
    pub fn is_not_null_violation(&self) -> bool {
        self.constraint_kind() == Some(ConstraintKind::NotNull)
    }

    /// Returns the kind of the constraint that the statement violated.
    pub fn constraint_kind(&self) -> Option<ConstraintKind> {
        match self {
            Self::Constraint { kind, .. } => Some(*kind),
            _ => None,
        }
    }

    /// Returns the name of the constraint that the statement violated.
    pub fn constraint(&self) -> Option<&str> {
        match self {
            Self::Constraint { constraint, .. } => constraint.as_deref(),
            _ => None,
        }
    }

    /// Returns true if the server rolled back the transaction and it is likely to succeed if it is run again: after a
    /// serialization failure or a deadlock.
    ///
    /// Run the *whole transaction* again, from `begin`, with everything it read: the server has undone all of it, and
    /// rejects further statements in it. A single statement outside of a transaction can be run again by itself. Wait
    /// for a short, random time first, and limit the number of attempts.
    ///
    /// All other errors return false, although some of them go away with time:
    ///
    /// - [`Connection`](Self::Connection) and [`CommitUnknown`](Self::CommitUnknown): the server may have executed and even committed the statement. Repeat it only
    ///   if that does no harm.
    /// - [`Resource`](Self::Resource) and [`Pool`](Self::Pool): nothing was executed, but another attempt adds to the
    ///   load. Wait longer, or reject the request.
    /// - [`Timeout`](Self::Timeout) and [`Cancelled`](Self::Cancelled): the statement had its time, or someone decided
    ///   to end it.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// /// Moves the balance of an account; tries it at most three times.
    /// async fn empty(pool: &sqlx::PgPool, from: i64, to: i64) -> schema_core::Result<()> {
    ///     for _ in 0..2 {
    ///         match attempt(pool, from, to).await {
    ///             Err(error) if error.is_retryable() => {}
    ///             result => return result,
    ///         }
    ///     }
    ///     attempt(pool, from, to).await
    /// }
    /// # async fn attempt(pool: &sqlx::PgPool, from: i64, to: i64) -> schema_core::Result<()> { Ok(()) }
    /// ```
    pub fn is_retryable(&self) -> bool {
        matches!(
            self,
            Self::Conflict { .. } | Self::Aborted { conflict: true, .. }
        )
    }

    /// Returns the error of the server or of sqlx that caused this one.
    pub fn cause(&self) -> Option<&Cause> {
        match self {
            Self::Constraint { source, .. }
            | Self::Value { source, .. }
            | Self::Conflict { source, .. }
            | Self::Timeout { source, .. }
            | Self::Resource { source, .. }
            | Self::Cancelled(source)
            | Self::ReadOnly(source)
            | Self::StalePlan(source)
            | Self::Connection(source)
            | Self::CommitUnknown(source)
            | Self::Database(source) => Some(source),
            _ => None,
        }
    }

    /// Returns the SQL text of the statement that the server rejected, without its values.
    ///
    /// It is unknown if the error was converted from one of sqlx, for example after a commit.
    pub fn sql(&self) -> Option<&str> {
        self.cause()?.sql()
    }

    /// Returns the server's error code, the SQLSTATE:
    /// <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
    pub fn code(&self) -> Option<&str> {
        self.cause()?.code()
    }

    /// Returns the table that the error is about.
    pub fn table(&self) -> Option<&str> {
        match self {
            Self::Constraint { table, .. } | Self::Value { table, .. } => table.as_deref(),
            Self::Encode { table, .. } | Self::Decode { table, .. } | Self::Type { table, .. } => {
                *table
            }
            Self::NothingToSet { table } | Self::NothingFiltered { table } => Some(table),
            _ => None,
        }
    }

    /// Returns the Postgres schema of the table or domain whose constraint the statement violated.
    pub fn schema(&self) -> Option<&str> {
        let Self::Constraint {
            schema,
            table,
            source,
            ..
        } = self
        else {
            return None;
        };
        // The schema of a partition is not always that of its table.
        schema.as_deref().or_else(|| {
            let server = source.server()?;
            server
                .schema()
                .filter(|_| server.table() == table.as_deref())
        })
    }

    /// Returns the column that the error is about, or the first column of the violated constraint.
    pub fn column(&self) -> Option<&str> {
        match self {
            Self::Constraint { columns, .. } => columns.first().map(String::as_str),
            Self::Value { column, .. } => column.as_deref(),
            Self::Encode { column, .. }
            | Self::Decode { column, .. }
            | Self::Type { column, .. } => *column,
            _ => None,
        }
    }

    /// Returns the number of the row that a `copy` failed at, from 1: see [`CopyIn`](crate::query::copy::CopyIn).
    ///
    /// The server reports it in words, so this needs a server whose `lc_messages` is English.
    pub fn copied_row(&self) -> Option<u64> {
        if let Self::Encode { source, .. } = self {
            return source.downcast_ref::<InRow>().map(|row| row.number);
        }
        copy::row(self.cause()?.server()?.r#where()?)
    }

    /// Returns the columns of the constraint that the statement violated.
    pub fn columns(&self) -> &[String] {
        match self {
            Self::Constraint { columns, .. } => columns,
            _ => &[],
        }
    }

    /// Returns the error for a value whose type in the database is not the expected one.
    pub(crate) fn type_mismatch(
        column: Option<(&'static str, &'static str)>,
        position: usize,
        expected: String,
        actual: &PgTypeInfo,
    ) -> Self {
        Self::Type {
            table: column.map(|(table, _)| table),
            column: column.map(|(_, column)| column),
            position,
            expected: expected.into(),
            actual: actual.to_string().to_lowercase().into(),
        }
    }
}
