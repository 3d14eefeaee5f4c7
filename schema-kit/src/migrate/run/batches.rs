//! Statements that change many rows, a few at a time.

use std::ops::Range;

use super::Runner;
use super::job::Job;
use crate::migrate::{Event, MigrateError};

impl Runner<'_> {
    /// Repeats a statement until it changes no row. That last transaction records it as done.
    pub(super) async fn batches(
        &mut self,
        job: &Job<'_>,
        part: Range<usize>,
    ) -> Result<(), MigrateError> {
        let mut all = 0;
        loop {
            let rows = self.transaction(job, part.clone()).await?;
            if rows == 0 {
                return Ok(());
            }
            all += rows;
            self.migrator.report(&Event::Batch {
                place: &job.place(part.start),
                rows: all,
            });
        }
    }
}
