//! The recorded state of each migration of the folder.

use sha2::{Digest as _, Sha384};

use super::{History, OurRow, squashed};
use crate::migrate::{Folder, MigrateError, Migration, Place, Script};

/// The recorded state of a migration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// It has not run.
    Pending,
    /// It stopped half way.
    HalfApplied {
        /// How many statements are done.
        done: usize,
        /// True if the next one was started.
        is_started: bool,
    },
    /// Its rollback stopped half way.
    HalfReverted {
        /// How many statements of the down script are done.
        done: usize,
        /// True if the next one was started.
        is_started: bool,
    },
    /// It is applied.
    Applied {
        /// True if one of the two tables differs from the file: sqlx applied it, or a comment was edited.
        is_outdated: bool,
    },
}

/// Compares a migration with the history.
pub(crate) fn state(migration: &Migration, history: &History) -> Result<State, MigrateError> {
    if let Some(state) = squashed::state(migration, history)? {
        return Ok(state);
    }
    let version = migration.version;
    let ours = history.ours.get(&version);
    let sqlx = history.sqlx.as_ref().map(|rows| rows.get(&version));
    if let Some(row) = ours.filter(|row| !row.is_finished) {
        return half(migration, row);
    }
    let Some(sqlx) = sqlx.flatten() else {
        // If sqlx has a table without this migration, it has reverted it.
        return match ours.filter(|_| history.sqlx.is_none()) {
            Some(row) => {
                compare(&migration.up, &row.checksums, true)?;
                Ok(State::Applied { is_outdated: true })
            }
            None => Ok(State::Pending),
        };
    };
    if !sqlx.success {
        return Err(MigrateError::FailedInSqlx { version });
    }
    if sqlx.checksum == sqlx_checksum(&migration.up) {
        let is_outdated = ours.is_none_or(|row| row.checksums != migration.up.text.checksums());
        return Ok(State::Applied { is_outdated });
    }
    let Some(row) = ours else {
        let file = migration.up.path.clone();
        return Err(MigrateError::EditedSinceSqlx { file });
    };
    compare(&migration.up, &row.checksums, true)?;
    Ok(State::Applied { is_outdated: true })
}

/// Checks that each applied migration is in the folder, or squashed into one.
pub(crate) fn check_missing(folder: &Folder, history: &History) -> Result<(), MigrateError> {
    let in_sqlx = |version: i64| {
        history
            .sqlx
            .as_ref()
            .is_none_or(|rows| rows.contains_key(&version))
    };
    let ours = history
        .ours
        .values()
        .filter(|row| in_sqlx(row.version) || !row.is_finished)
        .map(|row| (row.version, &row.name));
    let sqlx = history
        .sqlx
        .iter()
        .flat_map(|rows| rows.values())
        .map(|row| (row.version, &row.description));
    for (version, name) in ours.chain(sqlx) {
        let is_adopted = history
            .ours
            .get(&version)
            .is_some_and(|row| row.origin == "adopted");
        if folder.migration(version).is_none() && !is_adopted && !folder.has_squashed(version) {
            let name = name.clone();
            return Err(MigrateError::MissingFile { version, name });
        }
    }
    Ok(())
}

/// The checksum that sqlx records.
pub(crate) fn sqlx_checksum(script: &Script) -> Vec<u8> {
    Sha384::digest(&script.sql).to_vec()
}

fn half(migration: &Migration, row: &OurRow) -> Result<State, MigrateError> {
    let (done, is_started) = (row.checksums.len(), row.is_started);
    if !row.is_rollback {
        compare(&migration.up, &row.checksums, false)?;
        return Ok(State::HalfApplied { done, is_started });
    }
    let Some(down) = &migration.down else {
        let file = migration.up.path.clone();
        return Err(MigrateError::NoDown { file });
    };
    compare(down, &row.checksums, false)?;
    Ok(State::HalfReverted { done, is_started })
}

/// Checks that the statements that are done are still those of the script, and, if all are done, that it has no others.
fn compare(script: &Script, done: &[Vec<u8>], is_all: bool) -> Result<(), MigrateError> {
    let now = script.text.checksums();
    let same = now
        .iter()
        .zip(done)
        .take_while(|(now, done)| now == done)
        .count();
    if same < done.len() || (is_all && same < now.len()) {
        let place = Place::new(script, same);
        return Err(MigrateError::Edited { place });
    }
    Ok(())
}
