//! The recorded state of a squashed migration, if the history has those in it.

use std::ops::Range;

use super::{History, OurRow, SqlxRow, State};
use crate::migrate::text::Squashed;
use crate::migrate::{MigrateError, Migration, Place};

/// Compares a squashed migration with the history of those in it. Returns `None` if it has none of them, so that the
/// migration is like any other.
pub(super) fn state(
    migration: &Migration,
    history: &History,
) -> Result<Option<State>, MigrateError> {
    let parts = Parts::new(migration);
    let is_old = |part: &&Squashed| match history.row(part.version) {
        None => false,
        Some(_) if part.version != migration.version => true,
        Some(row) => parts.is_own(part, &row),
    };
    if !parts.list.iter().any(|part| is_old(&part)) {
        return Ok(None);
    }
    let mut covered = vec![false; parts.list.len()];
    for (at, part) in parts.list.iter().enumerate() {
        if let Some(row) = history.row(part.version) {
            let range = parts.covered(at, &row)?;
            covered[range].fill(true);
        }
    }
    let missing: Vec<String> = parts
        .list
        .iter()
        .enumerate()
        .filter(|(at, _)| !covered[*at] && !parts.statements(*at).is_empty())
        .map(|(_, part)| part.stem.clone())
        .collect();
    if missing.is_empty() {
        return Ok(Some(State::Applied { is_outdated: true }));
    }
    let file = migration.up.path.clone();
    Err(MigrateError::PartlySquashed { file, missing })
}

/// The record of a version. If both tables have it, ours has more.
enum Row<'a> {
    Ours(&'a OurRow),
    Sqlx(&'a SqlxRow),
}

impl History {
    /// The record of a version, unless sqlx has reverted it.
    fn row(&self, version: i64) -> Option<Row<'_>> {
        let ours = self.ours.get(&version);
        let Some(sqlx) = &self.sqlx else {
            return ours.map(Row::Ours);
        };
        match (ours, sqlx.get(&version)) {
            (Some(ours), Some(_)) => Some(Row::Ours(ours)),
            (Some(ours), None) if !ours.is_finished => Some(Row::Ours(ours)),
            (_, sqlx) => sqlx.map(Row::Sqlx),
        }
    }
}

/// The parts of a squashed migration.
struct Parts<'a> {
    migration: &'a Migration,
    list: &'a [Squashed],
    checksums: Vec<Vec<u8>>,
}

impl<'a> Parts<'a> {
    fn new(migration: &'a Migration) -> Self {
        Self {
            migration,
            list: migration.up.text.squashed(),
            checksums: migration.up.text.checksums(),
        }
    }

    /// The statements of a part. A statement before the first mark belongs to the first part.
    fn statements(&self, at: usize) -> Range<usize> {
        let from = |at: usize| self.list.get(at).map(|part| part.from);
        let start = if at == 0 { Some(0) } else { from(at) };
        let end = self.checksums.len();
        start.unwrap_or(end)..from(at + 1).unwrap_or(end)
    }

    /// Returns true if a record with the version of the squashed migration is one of its last part alone.
    fn is_own(&self, part: &Squashed, row: &Row<'_>) -> bool {
        match row {
            Row::Ours(row) => {
                let last = self.statements(self.list.len() - 1);
                let is_all = row.checksums == self.checksums;
                row.is_finished && !is_all && self.checksums[last] == row.checksums
            }
            Row::Sqlx(row) => part.has_checksum(&row.checksum),
        }
    }

    /// The parts that a record contains: one, or several if they were squashed before.
    fn covered(&self, at: usize, row: &Row<'_>) -> Result<Range<usize>, MigrateError> {
        let part = &self.list[at];
        let own = self.statements(at);
        let row = match row {
            Row::Sqlx(row) if !row.success => {
                let version = row.version;
                return Err(MigrateError::FailedInSqlx { version });
            }
            Row::Sqlx(row) if part.has_checksum(&row.checksum) => return Ok(at..at + 1),
            Row::Sqlx(_) => {
                let file = self.migration.up.path.clone();
                return Err(MigrateError::EditedSinceSqlx { file });
            }
            Row::Ours(row) if !row.is_finished => {
                let file = self.migration.up.path.clone();
                let part = part.stem.clone();
                return Err(MigrateError::HalfSquashed { file, part });
            }
            Row::Ours(row) => row,
        };
        let start = own.end.checked_sub(row.checksums.len());
        let first = start.and_then(|start| {
            let starts = (0..=at).rev();
            starts
                .into_iter()
                .find(|at| self.statements(*at).start == start)
        });
        if let (Some(first), Some(start)) = (first, start)
            && self.checksums[start..own.end] == row.checksums
        {
            return Ok(first..at + 1);
        }
        let same = self.checksums[own.clone()]
            .iter()
            .zip(&row.checksums)
            .take_while(|(now, done)| now == done)
            .count();
        let place = Place::new(&self.migration.up, own.start + same);
        Err(MigrateError::Edited { place })
    }
}
