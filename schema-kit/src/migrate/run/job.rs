//! A script that runs, and how far it is.

use std::ops::Range;
use std::time::Instant;

use crate::migrate::history::Record;
use crate::migrate::text::Statement;
use crate::migrate::{MigrateError, Migration, Place, Script};

/// A script and how far it is.
#[derive(Debug)]
pub(super) struct Job<'a> {
    pub(super) migration: &'a Migration,
    pub(super) script: &'a Script,
    /// How many statements are recorded as done.
    pub(super) done: usize,
    /// True if the next one is recorded as started.
    pub(super) is_started: bool,
    pub(super) start: Instant,
}

impl<'a> Job<'a> {
    /// A job for what remains of a script.
    pub(super) fn new(
        migration: &'a Migration,
        script: &'a Script,
        done: usize,
        is_started: bool,
    ) -> Result<Self, MigrateError> {
        script
            .text
            .check_from(done)
            .map_err(|source| MigrateError::Text {
                file: script.path.clone(),
                source,
            })?;
        Ok(Self {
            migration,
            script,
            done,
            is_started,
            start: Instant::now(),
        })
    }

    pub(super) const fn is_begun(&self) -> bool {
        self.done > 0 || self.is_started
    }

    pub(super) fn is_done(&self) -> bool {
        self.done >= self.script.text.statements().len()
    }

    pub(super) fn is_rollback(&self) -> bool {
        self.script.path != self.migration.up.path
    }

    pub(super) fn statement(&self, index: usize) -> Option<&'a Statement> {
        self.script.text.statements().get(index)
    }

    pub(super) fn place(&self, index: usize) -> Place {
        Place::new(self.script, index)
    }

    /// The statements that run together next. It is empty if the script has no others.
    pub(super) fn next_part(&self) -> Range<usize> {
        let statements = &self.script.text.statements()[self.done..];
        let length = match statements.first() {
            None => 0,
            Some(first) if first.outside || first.batches || first.kind.needs_outside() => 1,
            Some(first) => statements
                .iter()
                .take_while(|one| one.part == first.part && !one.kind.needs_outside())
                .count(),
        };
        self.done..self.done + length
    }

    /// A record with this number of finished statements.
    pub(super) fn record(&self, done: usize, is_started: bool) -> Record<'a> {
        Record {
            migration: self.migration,
            is_rollback: self.is_rollback(),
            done,
            is_started,
            origin: "run",
            elapsed: self.start.elapsed(),
        }
    }
}
