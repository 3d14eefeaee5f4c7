//! Classifies the errors of sqlx and of the server.

use sqlx::SqlStr;
use sqlx::postgres::PgDatabaseError;

use super::connect::NotConnected;
use super::{Cause, ConflictKind, ConstraintKind, Error, ResourceKind, TimeoutKind};

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        Self::classify(error, None)
    }
}

impl Error {
    /// Converts an error of sqlx. `sql` is the statement's text, if it is known.
    pub(crate) fn classify(error: sqlx::Error, sql: Option<&SqlStr>) -> Self {
        match error {
            sqlx::Error::RowNotFound => return Self::NotFound,
            sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => return Self::Pool(error),
            _ if NotConnected::is_in(&error) => return Self::Pool(error),
            _ => {}
        }
        let cause = Cause::new(error, sql.cloned());
        match cause.as_sqlx() {
            sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::WorkerCrashed => {
                Self::Connection(cause)
            }
            _ => from_server(cause),
        }
    }
}

/// Classifies an error by its code: <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
fn from_server(source: Cause) -> Error {
    let Some(server) = source.server() else {
        return Error::Database(source.alone());
    };
    let (code, message) = (server.code(), server.message());
    match code {
        "23505" => violated(ConstraintKind::Unique, source),
        // Postgres 18 has a code of its own for `on delete restrict`.
        "23503" | "23001" => violated(ConstraintKind::ForeignKey, source),
        "23514" => violated(ConstraintKind::Check, source),
        "23502" => violated(ConstraintKind::NotNull, source),
        "23P01" => violated(ConstraintKind::Exclusion, source),
        // Class 22: data exception.
        _ if code.starts_with("22") => Error::Value {
            message: message.into(),
            table: server.table().map(Box::from),
            column: server.column().map(Box::from),
            source,
        },
        "40001" => conflict(ConflictKind::Serialization, source),
        "40P01" => conflict(ConflictKind::Deadlock, source),
        "55P03" => timeout(TimeoutKind::Lock, source),
        // The code is the same if a person cancels the statement.
        "57014" if message.contains("statement timeout") => timeout(TimeoutKind::Statement, source),
        "57014" => Error::Cancelled(source),
        "25006" => Error::ReadOnly(source),
        "53300" => lacking(ResourceKind::Connections, source),
        "53200" => lacking(ResourceKind::Memory, source),
        "53100" => lacking(ResourceKind::Disk, source),
        _ if code.starts_with("53") => lacking(ResourceKind::Other, source),
        _ if is_stale(server) => Error::StalePlan(source),
        // The server is shutting down or starting, or it closed the connection: after a limit of idle time or of the
        // transaction's time, or because the database was dropped.
        "57P01" | "57P02" | "57P03" | "57P04" | "57P05" | "25P03" | "25P04" => {
            Error::Connection(source)
        }
        "08000" | "08001" | "08003" | "08004" | "08006" | "08007" => Error::Connection(source),
        _ => Error::Database(source.alone()),
    }
}

/// Returns true if the connection must prepare the statement again.
pub(crate) fn is_stale(error: &PgDatabaseError) -> bool {
    let message = error.message();
    match error.code() {
        // Feature not supported: "cached plan must not change result type".
        "0A000" => error.routine() == Some("RevalidateCachedQuery"),
        // Internal error: the type was dropped, but the connection still uses its object id.
        "XX000" => message.starts_with("cache lookup failed for type "),
        // The statement uses the types of one Postgres schema, and the tables of another: the connection's `search_path`
        // has changed since it looked up the types. Mismatch of data types; undefined operator or function.
        "42804" | "42883" => names_a_type_twice(message),
        // The prepared statement does not exist: `deallocate all` or `discard all` removed it.
        "26000" => true,
        _ => false,
    }
}

fn conflict(kind: ConflictKind, source: Cause) -> Error {
    Error::Conflict { kind, source }
}

fn timeout(kind: TimeoutKind, source: Cause) -> Error {
    Error::Timeout { kind, source }
}

fn lacking(kind: ResourceKind, source: Cause) -> Error {
    Error::Resource { kind, source }
}

/// Returns the error for a violated constraint, with the names that the server reports.
fn violated(kind: ConstraintKind, source: Cause) -> Error {
    let named = |name: fn(&PgDatabaseError) -> Option<&str>| -> Option<Box<str>> {
        source.server().and_then(name).map(Box::from)
    };
    let table = named(PgDatabaseError::table);
    Error::Constraint {
        kind,
        schema: named(PgDatabaseError::schema),
        // A not-null constraint of a column also reports the column's type.
        domain: named(PgDatabaseError::data_type).filter(|_| table.is_none()),
        table,
        constraint: named(PgDatabaseError::constraint),
        columns: named(PgDatabaseError::column)
            .into_iter()
            .map(String::from)
            .collect(),
        source,
    }
}

/// Returns true if a message names two types that differ only in their Postgres schema, such as `state` and `a.state`.
/// The server's words for it depend on its language; the names do not.
fn names_a_type_twice(message: &str) -> bool {
    let words = || {
        message
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')'))
            .map(|word| word.trim_end_matches("[]"))
            .filter(|word| !word.is_empty())
    };
    words().any(|word| match word.rsplit_once('.') {
        Some((_, name)) if !name.is_empty() => words().any(|other| {
            other != word
                && (other == name || other.rsplit_once('.').is_some_and(|(_, n)| n == name))
        }),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognizes_a_type_of_two_schemas() {
        for message in [
            r#"column "state" is of type state but expression is of type a.state"#,
            r#"column "state" is of type b.state but expression is of type a.state"#,
            r#"column "states" is of type "State"[] but expression is of type a."State"[]"#,
            "operator does not exist: state = a.state",
            "function f(b.state, integer) does not exist; f(a.state, integer) does",
            "Operator existiert nicht: state = a.state",
        ] {
            assert!(names_a_type_twice(message), "{message}");
        }
        for message in [
            r#"column "state" is of type text but expression is of type a.state"#,
            r#"column "a" is of type integer but expression is of type text"#,
            "operator does not exist: a.state = text",
            "operator does not exist: a.state = a.state",
            "function f(integer) does not exist.",
        ] {
            assert!(!names_a_type_twice(message), "{message}");
        }
    }
}
