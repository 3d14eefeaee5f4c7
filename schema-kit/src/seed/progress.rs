//! The events of seeding, for a terminal or a log.

use schema_ddl::model::Name;

/// Receives what happens while tables are filled. Every closure that accepts an [`Event`] is one.
pub trait Progress: Send + Sync {
    /// Is called for each event, in order. It should return quickly, since seeding waits for it.
    fn event(&self, event: &Event<'_>);
}

impl<F: Fn(&Event<'_>) + Send + Sync> Progress for F {
    fn event(&self, event: &Event<'_>) {
        self(event);
    }
}

/// Something that happens while tables are filled.
#[derive(Debug)]
#[non_exhaustive]
pub enum Event<'a> {
    /// A table begins.
    TableStarted {
        /// The table.
        table: &'a Name,
        /// The number of rows that it is to receive.
        rows: u64,
    },
    /// Rows were inserted.
    Rows {
        /// The table.
        table: &'a Name,
        /// The number of rows so far.
        done: u64,
        /// The number of rows that the table is to receive.
        rows: u64,
    },
    /// A table is complete.
    TableFinished {
        /// The table.
        table: &'a Name,
        /// The number of rows that were inserted. It is smaller than announced if unique constraints allow no more.
        rows: u64,
    },
}
