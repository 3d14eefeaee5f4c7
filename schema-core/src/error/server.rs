//! Classifies the errors of sqlx and of the server.

use sqlx::postgres::PgDatabaseError;

use super::{ConstraintKind, Error};

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

/// The fields of a server's error that [`Error`] is made from.
struct Report {
    code: Box<str>,
    message: Box<str>,
    table: Option<Box<str>>,
    column: Option<Box<str>>,
    constraint: Option<Box<str>>,
    /// The function in the server's source that reported the error.
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

/// Classifies an error by its code: <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
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
        // Class 22: data exception.
        code if code.starts_with("22") => {
            return Error::Value {
                message,
                table,
                column,
                source,
            };
        }
        // Feature not supported: "cached plan must not change result type".
        "0A000" if routine.as_deref() == Some("RevalidateCachedQuery") => {
            return Error::StalePlan(source);
        }
        // Internal error: the type was dropped, but the connection still uses its object id.
        "XX000" if message.starts_with("cache lookup failed for type ") => {
            return Error::StalePlan(source);
        }
        // The server is shutting down, or it closed the connection.
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
