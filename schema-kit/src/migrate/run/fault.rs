//! Turns the server's errors into ours.

use sqlx::postgres::{PgDatabaseError, PgErrorPosition};

use super::job::Job;
use crate::migrate::error::{code, is_lost, is_privilege};
use crate::migrate::history::Session;
use crate::migrate::{MigrateError, Place, TextError};

/// Why an attempt failed.
#[derive(Debug)]
pub(super) enum Fault {
    /// A statement of the migration, by its index.
    Statement(usize, sqlx::Error),
    /// Anything that is no statement of the migration.
    Other(MigrateError),
}

/// An error of a statement.
pub(super) fn statement_error(
    job: &Job<'_>,
    session: &Session,
    index: usize,
    source: sqlx::Error,
) -> MigrateError {
    let place = exact_place(job, index, &source);
    if is_lost(&source) {
        let place = job.place(job.done);
        return MigrateError::Interrupted { place, source };
    }
    if is_privilege(&source) {
        let role = session.role.clone();
        return MigrateError::Privilege {
            place,
            role,
            source,
        };
    }
    if needs_outside(&source) {
        let line = job.place(index).line;
        return MigrateError::Text {
            file: place.file,
            source: TextError::NeedsOutside { line },
        };
    }
    MigrateError::Statement { place, source }
}

/// An error of reading or writing the history, at a statement.
pub(super) fn history_error(
    session: &Session,
    place: Option<Place>,
    source: sqlx::Error,
) -> MigrateError {
    if is_pooled(&source) {
        return MigrateError::Pooler;
    }
    if is_privilege(&source) {
        let role = session.role.clone();
        return MigrateError::HistoryPrivilege { role, source };
    }
    match place {
        Some(place) if is_lost(&source) => MigrateError::Interrupted { place, source },
        _ => MigrateError::Database(source),
    }
}

/// Returns true if a prepared statement is missing in the session that prepared it, or if it belongs to another client.
pub(super) fn is_pooled(error: &sqlx::Error) -> bool {
    matches!(code(error).as_deref(), Some("26000" | "42P05" | "08P01"))
}

/// Returns true if the server refuses the statement in a transaction, or if the statement ends the transaction.
pub(super) fn needs_outside(error: &sqlx::Error) -> bool {
    matches!(code(error).as_deref(), Some("25001" | "2D000"))
}

/// The place of an error within a statement, if the server says it.
fn exact_place(job: &Job<'_>, index: usize, error: &sqlx::Error) -> Place {
    let mut place = job.place(index);
    let position = error
        .as_database_error()
        .and_then(|error| error.try_downcast_ref::<PgDatabaseError>())
        .and_then(PgDatabaseError::position);
    if let (Some(PgErrorPosition::Original(position)), Some(statement)) =
        (position, job.statement(index))
    {
        let before = statement.sql.chars().take(position.saturating_sub(1));
        place.line += before.filter(|c| *c == '\n').count();
    }
    place
}
