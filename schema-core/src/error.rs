//! What can go wrong.

use std::fmt;

use sqlx::error::BoxDynError;
use sqlx::postgres::{PgDatabaseError, PgTypeInfo};

use crate::table::TableDef;

/// The result of a statement.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What can go wrong with a statement, by what the caller can do about it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// `fetch_one` found no row.
    #[error("no row was found")]
    NotFound,

    /// The statement broke a constraint; nothing of it was kept.
    #[error("{kind}{} of table `{table}`{}", Named(.constraint.as_deref()), Columns(.columns))]
    Constraint {
        /// Which kind of constraint.
        kind: ConstraintKind,
        /// The table's name.
        table: Box<str>,
        /// The constraint's name; `not null` has none.
        constraint: Option<Box<str>>,
        /// The columns that the constraint is about, where the statement's table has it.
        columns: Vec<String>,
        /// What the server said.
        source: sqlx::Error,
    },

    /// The server refused a value: too long, out of range, not valid. Nothing was kept.
    #[error("the server refused a value: {message}")]
    Value {
        /// What the server said.
        message: Box<str>,
        /// The table, where the server names one.
        table: Option<Box<str>>,
        /// The column, where the server names one.
        column: Option<Box<str>>,
        /// What the server said.
        source: sqlx::Error,
    },

    /// A value cannot be sent. The statement was not.
    #[error("a value {}cannot be sent", In("for ", *.table, *.column, " "))]
    Encode {
        /// The table, where the value was for a column.
        table: Option<&'static str>,
        /// The column, where the value was for one.
        column: Option<&'static str>,
        /// Why.
        source: BoxDynError,
    },

    /// A value came that its Rust type has no place for.
    #[error("the value of {} cannot be read", Place(*.table, *.column, *.position))]
    Decode {
        /// The table, where the value was a column's.
        table: Option<&'static str>,
        /// The column, where the value was one's.
        column: Option<&'static str>,
        /// The place in the row, from 0.
        position: usize,
        /// Why.
        source: BoxDynError,
    },

    /// A column came whose type in the database is not the one in the schema: one of them was changed.
    #[error(
        "{} is `{actual}` in the database, where the schema says `{expected}`; change the struct, or migrate the database",
        Place(*.table, *.column, *.position)
    )]
    Type {
        /// The table, where the value was a column's.
        table: Option<&'static str>,
        /// The column, where the value was one's.
        column: Option<&'static str>,
        /// The place in the row, from 0.
        position: usize,
        /// The type in the schema.
        expected: Box<str>,
        /// The type in the database.
        actual: Box<str>,
    },

    /// The connection has prepared the statement for columns whose types have changed since, and has to forget it:
    /// `clear_cached_statements` of sqlx's `Connection` does that, and so does a new connection.
    #[error(
        "the table has changed since this connection prepared the statement; clear its statements, or open a new one"
    )]
    StalePlan(#[source] sqlx::Error),

    /// No connection: the pool is closed, or none was free in time.
    #[error("no connection could be had from the pool")]
    Pool(#[source] sqlx::Error),

    /// The connection broke: the server went away. What was not committed is lost.
    #[error("the connection to the server broke")]
    Connection(#[source] sqlx::Error),

    /// Anything else that the server or sqlx says.
    #[error("{}", Said(.0))]
    Database(sqlx::Error),
}

/// Which kind of constraint a statement broke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConstraintKind {
    /// Two rows would be the same: a primary key, a unique constraint, a unique index.
    Unique,
    /// A row would reference none, or a referenced one is to go.
    ForeignKey,
    /// A condition does not hold.
    Check,
    /// NULL, or nothing, for a column that needs a value.
    NotNull,
    /// An exclusion constraint.
    Exclusion,
}

impl fmt::Display for ConstraintKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unique => "the statement breaks the unique constraint",
            Self::ForeignKey => "the statement breaks the foreign key",
            Self::Check => "the statement breaks the check constraint",
            Self::NotNull => "the statement breaks the not-null constraint",
            Self::Exclusion => "the statement breaks the exclusion constraint",
        })
    }
}

impl Error {
    /// Whether `fetch_one` found no row.
    pub fn is_not_found(&self) -> bool {
        matches!(self, Self::NotFound)
    }

    /// Whether two rows would be the same.
    pub fn is_unique_violation(&self) -> bool {
        self.constraint_kind() == Some(ConstraintKind::Unique)
    }

    /// Whether a row would reference none, or a referenced one was to go.
    pub fn is_foreign_key_violation(&self) -> bool {
        self.constraint_kind() == Some(ConstraintKind::ForeignKey)
    }

    /// Whether a check constraint does not hold.
    pub fn is_check_violation(&self) -> bool {
        self.constraint_kind() == Some(ConstraintKind::Check)
    }

    /// Whether a column that needs a value got none.
    pub fn is_not_null_violation(&self) -> bool {
        self.constraint_kind() == Some(ConstraintKind::NotNull)
    }

    /// The kind of the constraint that the statement broke.
    pub fn constraint_kind(&self) -> Option<ConstraintKind> {
        match self {
            Self::Constraint { kind, .. } => Some(*kind),
            _ => None,
        }
    }

    /// The name of the constraint that the statement broke.
    pub fn constraint(&self) -> Option<&str> {
        match self {
            Self::Constraint { constraint, .. } => constraint.as_deref(),
            _ => None,
        }
    }

    /// The table that the error is about.
    pub fn table(&self) -> Option<&str> {
        match self {
            Self::Constraint { table, .. } => Some(table),
            Self::Value { table, .. } => table.as_deref(),
            Self::Encode { table, .. } | Self::Decode { table, .. } | Self::Type { table, .. } => {
                *table
            }
            _ => None,
        }
    }

    /// The column that the error is about.
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

    /// The columns of the constraint that the statement broke.
    pub fn columns(&self) -> &[String] {
        match self {
            Self::Constraint { columns, .. } => columns,
            _ => &[],
        }
    }

    /// The error of a statement on this table, whose constraints it knows.
    pub(crate) fn on(error: sqlx::Error, def: Option<&TableDef>) -> Self {
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

    pub(crate) fn encode(source: BoxDynError) -> Self {
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

    pub(crate) fn type_mismatch(
        place: Option<(&'static str, &'static str)>,
        position: usize,
        expected: String,
        actual: &PgTypeInfo,
    ) -> Self {
        Self::Type {
            table: place.map(|(table, _)| table),
            column: place.map(|(_, column)| column),
            position,
            expected: expected.into(),
            actual: actual.to_string().to_lowercase().into(),
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::RowNotFound => Self::NotFound,
            sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => Self::Pool(error),
            sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::WorkerCrashed => {
                Self::Connection(error)
            }
            sqlx::Error::Database(database) => {
                let Some(database) = database.try_downcast_ref::<PgDatabaseError>() else {
                    return Self::Database(error);
                };
                from_server(Report::of(database), error)
            }
            _ => Self::Database(error),
        }
    }
}

/// What of a server's error is kept.
struct Report {
    code: Box<str>,
    message: Box<str>,
    table: Option<Box<str>>,
    column: Option<Box<str>>,
    constraint: Option<Box<str>>,
    /// The function of the server that found the error.
    routine: Option<Box<str>>,
}

impl Report {
    fn of(error: &PgDatabaseError) -> Self {
        Self {
            code: error.code().into(),
            message: error.message().into(),
            table: error.table().map(Box::from),
            column: error.column().map(Box::from),
            constraint: error.constraint().map(Box::from),
            routine: error.routine().map(Box::from),
        }
    }
}

/// <https://www.postgresql.org/docs/current/errcodes-appendix.html>
fn from_server(report: Report, source: sqlx::Error) -> Error {
    let Report {
        code,
        message,
        table,
        column,
        constraint,
        routine,
    } = report;
    let kind = match &*code {
        "23505" => ConstraintKind::Unique,
        "23503" => ConstraintKind::ForeignKey,
        "23514" => ConstraintKind::Check,
        "23502" => ConstraintKind::NotNull,
        "23P01" => ConstraintKind::Exclusion,
        // class 22: data exception
        code if code.starts_with("22") => {
            return Error::Value {
                message,
                table,
                column,
                source,
            };
        }
        // feature not supported: cached plan must not change result type
        "0A000" if routine.as_deref() == Some("RevalidateCachedQuery") => {
            return Error::StalePlan(source);
        }
        // internal error: a type that was dropped, and that the connection knows by its number
        "XX000" if message.starts_with("cache lookup failed for type ") => {
            return Error::StalePlan(source);
        }
        // the server is shutting down, or ended the connection
        "57P01" | "57P02" | "57P03" | "57P05" | "08000" | "08003" | "08006" => {
            return Error::Connection(source);
        }
        _ => return Error::Database(source),
    };
    Error::Constraint {
        kind,
        table: table.unwrap_or_default(),
        constraint,
        columns: column.into_iter().map(String::from).collect(),
        source,
    }
}

/// An error about the value for a column.
#[derive(Debug, thiserror::Error)]
#[error("column `{column}` of table `{table}`")]
pub(crate) struct ColumnError {
    pub(crate) table: &'static str,
    pub(crate) column: &'static str,
    pub(crate) source: BoxDynError,
}

/// What the server said, without what sqlx puts around it: the line of Postgres's own source.
struct Said<'a>(&'a sqlx::Error);

impl fmt::Display for Said<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_database_error() {
            Some(error) => write!(f, "the server says: {}", error.message()),
            None => self.0.fmt(f),
        }
    }
}

struct Named<'a>(Option<&'a str>);

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(name) => write!(f, " `{name}`"),
            None => Ok(()),
        }
    }
}

struct Columns<'a>(&'a [String]);

impl fmt::Display for Columns<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            [] => Ok(()),
            [column] => write!(f, ", on column `{column}`"),
            columns => write!(f, ", on columns `{}`", columns.join("`, `")),
        }
    }
}

struct In<'a>(&'a str, Option<&'a str>, Option<&'a str>, &'a str);

impl fmt::Display for In<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.1, self.2) {
            (Some(table), Some(column)) => {
                write!(
                    f,
                    "{}column `{column}` of table `{table}`{}",
                    self.0, self.3
                )
            }
            _ => Ok(()),
        }
    }
}

struct Place<'a>(Option<&'a str>, Option<&'a str>, usize);

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0, self.1) {
            (Some(table), Some(column)) => write!(f, "column `{column}` of table `{table}`"),
            _ => write!(f, "expression {} of the row", self.2 + 1),
        }
    }
}
