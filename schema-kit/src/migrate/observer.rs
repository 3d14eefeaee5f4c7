//! The events of a run, for a terminal or a log.

use std::time::Duration;

use super::{Migration, Place};

/// Receives what happens during a run. Every closure that accepts an [`Event`] is one.
pub trait Observer: Send + Sync {
    /// Is called for each event, in order. It should return quickly, since the run waits for it.
    fn event(&self, event: &Event<'_>);
}

impl<F: Fn(&Event<'_>) + Send + Sync> Observer for F {
    fn event(&self, event: &Event<'_>) {
        self(event);
    }
}

/// Something that happens during a run.
#[derive(Debug)]
#[non_exhaustive]
pub enum Event<'a> {
    /// Another run holds the lock. Repeated while it does.
    WaitingForLock {
        /// The server processes that hold it.
        holders: &'a [i32],
    },
    /// A migration starts or continues.
    Started {
        /// The migration.
        migration: &'a Migration,
        /// True if it is rolled back.
        is_rollback: bool,
    },
    /// A statement starts.
    Statement {
        /// Its place in the file.
        place: &'a Place,
        /// Its text.
        sql: &'a str,
    },
    /// A statement in batches has changed some rows, and is repeated.
    Batch {
        /// The statement.
        place: &'a Place,
        /// How many rows it has changed so far in this run.
        rows: u64,
    },
    /// A lock was not available, and the statement or its transaction will be repeated.
    Retry {
        /// The statement.
        place: &'a Place,
        /// The number of failed attempts.
        attempt: u32,
        /// The time until the next one.
        delay: Duration,
    },
    /// An invalid index, left by an interrupted build, is dropped before it is built again.
    InvalidIndex {
        /// The statement that builds it.
        place: &'a Place,
        /// The index, in quotes.
        index: &'a str,
    },
    /// An index is being built. See
    /// [`pg_stat_progress_create_index`](https://www.postgresql.org/docs/current/progress-reporting.html#CREATE-INDEX-PROGRESS-REPORTING).
    IndexProgress {
        /// The statement that builds it.
        place: &'a Place,
        /// The phase of the build.
        phase: &'a str,
        /// How many blocks, tuples or lockers of this phase are done.
        done: i64,
        /// How many there are, or 0 if that is unknown.
        total: i64,
    },
    /// A migration is complete.
    Finished {
        /// The migration.
        migration: &'a Migration,
        /// True if it was rolled back.
        is_rollback: bool,
        /// How long it took in this run.
        elapsed: Duration,
    },
}
