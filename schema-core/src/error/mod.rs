//! Errors of statements.
//!
//! Every statement returns [`Error`]. Its variants are chosen by what the caller can do about them. Methods answer the
//! common questions:
//!
//! ```
//! use schema_core::prelude::*;
//!
//! /// Returns the text that a form shows for an error.
//! fn message(error: &Error) -> String {
//!     if error.is_unique_violation() {
//!         return format!("this {} is already in use", error.column().unwrap_or("value"));
//!     }
//!     match error {
//!         Error::NotFound => "there is no such row".into(),
//!         Error::Value { message, .. } => format!("the value is not valid: {message}"),
//!         _ => "something went wrong".into(),
//!     }
//! }
//!
//! assert_eq!(message(&Error::NotFound), "there is no such row");
//! ```
//!
//! The text of an error does not repeat the text of its [`source`](std::error::Error::source). Print the whole chain to
//! see the cause.

mod constraint;
mod display;
mod encode;
mod server;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgTypeInfo;

use self::display::{Columns, ForColumn, Message, Named, Position};
use crate::def::TableDef;

pub use self::constraint::ConstraintKind;
pub(crate) use self::encode::{ColumnError, Invalid, NothingFiltered, NothingToSet};

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
    #[error("{kind}{} of table `{table}`{}", Named(.constraint.as_deref()), Columns(.columns))]
    Constraint {
        /// The kind of constraint.
        kind: ConstraintKind,
        /// The table's name.
        table: Box<str>,
        /// The constraint's name. Not-null constraints have none.
        constraint: Option<Box<str>>,
        /// The columns of the constraint, if the definition of the statement's table contains it.
        columns: Vec<String>,
        /// The server's error.
        source: sqlx::Error,
    },

    /// The server rejected a value: it is too long, out of range or invalid. The statement had no effect.
    #[error("the server rejected a value{}", ForColumn(.table.as_deref(), .column.as_deref()))]
    Value {
        /// The server's message.
        message: Box<str>,
        /// The table, if the server reports one.
        table: Option<Box<str>>,
        /// The column, if the server reports one.
        column: Option<Box<str>>,
        /// The server's error.
        source: sqlx::Error,
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

    /// The types of the columns have changed since the connection prepared the statement. The connection must forget
    /// the statement: call `clear_cached_statements` of sqlx's `Connection`, or open a new connection.
    #[error(
        "a table has changed since this connection prepared the statement; \
         call `clear_cached_statements` or open a new connection"
    )]
    StalePlan(#[source] sqlx::Error),

    /// The pool is closed, or no connection was free in time.
    #[error("could not get a connection from the pool")]
    Pool(#[source] sqlx::Error),

    /// The connection was lost, for example because the server shut down. Uncommitted changes are lost.
    #[error("the connection to the server was lost")]
    Connection(#[source] sqlx::Error),

    /// Any other error of the server or of sqlx.
    #[error("{}", Message(.0))]
    Database(sqlx::Error),
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

    /// Returns the table that the error is about.
    pub fn table(&self) -> Option<&str> {
        match self {
            Self::Constraint { table, .. } => Some(table),
            Self::Value { table, .. } => table.as_deref(),
            Self::Encode { table, .. } | Self::Decode { table, .. } | Self::Type { table, .. } => {
                *table
            }
            Self::NothingToSet { table } | Self::NothingFiltered { table } => Some(table),
            _ => None,
        }
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

    /// Returns the columns of the constraint that the statement violated.
    pub fn columns(&self) -> &[String] {
        match self {
            Self::Constraint { columns, .. } => columns,
            _ => &[],
        }
    }

    /// Converts the error of a statement on a table, and looks up the columns of a violated constraint in `def`.
    pub(crate) fn in_statement(error: sqlx::Error, def: Option<&TableDef>) -> Self {
        let mut error = Self::from(error);
        if let Self::Constraint {
            table,
            constraint: Some(name),
            columns,
            ..
        } = &mut error
            && let Some(def) = def
            && **table == *def.name.name
            && let Some(constraint) = def.constraint(name)
        {
            *columns = constraint
                .columns
                .iter()
                .map(|&column| column.to_owned())
                .collect();
        }
        error
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
