//! Statements in a transaction.

use std::ops::Range;

use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};
use tokio::time::sleep;

use super::fault::{Fault, history_error, needs_outside, statement_error};
use super::job::Job;
use super::{Runner, lock};
use crate::migrate::error::is_contention;
use crate::migrate::history::{Record, Session};
use crate::migrate::{Event, MigrateError, Place};

impl Runner<'_> {
    /// Runs statements in a transaction, and records them in it. Repeats it if a lock is not available.
    ///
    /// Returns how many rows the last one changed. A statement in batches is only recorded if it changed none.
    pub(super) async fn transaction(
        &mut self,
        job: &Job<'_>,
        part: Range<usize>,
    ) -> Result<u64, MigrateError> {
        let mut failed = 0;
        loop {
            let (index, source) = match self.attempt(job, part.clone()).await {
                Ok(rows) => return Ok(rows),
                Err(Fault::Other(error)) => return Err(error),
                Err(Fault::Statement(index, source)) => (index, source),
            };
            let is_alone = job
                .statement(index)
                .is_some_and(|statement| statement.outside);
            if needs_outside(&source) && is_alone {
                return self.outside(job, index).await.map(|()| 0);
            }
            if !is_contention(&source) {
                return Err(statement_error(job, &self.session, index, source));
            }
            failed += 1;
            self.retry(&job.place(index), failed, source).await?;
        }
    }

    /// Waits before the next attempt, or returns the error after the last one.
    pub(super) async fn retry(
        &self,
        place: &Place,
        failed: u32,
        source: sqlx::Error,
    ) -> Result<(), MigrateError> {
        let settings = &self.migrator.settings;
        if failed >= settings.attempts {
            return Err(MigrateError::LockTimeout {
                place: place.clone(),
                attempts: failed,
                source,
            });
        }
        let delay = settings.delay(failed);
        self.migrator.report(&Event::Retry {
            place,
            attempt: failed,
            delay,
        });
        sleep(delay).await;
        Ok(())
    }

    async fn attempt(&mut self, job: &Job<'_>, part: Range<usize>) -> Result<u64, Fault> {
        let session = &self.session;
        let place = job.place(job.done);
        let other = |source| Fault::Other(history_error(session, Some(place.clone()), source));
        let mut transaction = self.connection.begin().await.map_err(other)?;
        let result = async {
            prepare(
                &mut transaction,
                session,
                &self.migrator.settings.lock_timeout(),
                true,
            )
            .await
            .map_err(|error| at(error, &place))
            .map_err(Fault::Other)?;
            let (mut rows, mut is_done) = (0, true);
            for index in part.clone() {
                let Some(statement) = job.statement(index) else {
                    continue;
                };
                self.migrator.report(&Event::Statement {
                    place: &job.place(index),
                    sql: &statement.sql,
                });
                let result = (*transaction)
                    .execute(AssertSqlSafe(statement.sql.as_str()))
                    .await
                    .map_err(|source| Fault::Statement(index, source))?;
                rows = result.rows_affected();
                is_done = !statement.batches || rows == 0;
            }
            if self.is_recorded && is_done {
                let record = job.record(part.end, false);
                record
                    .write(&mut transaction, session)
                    .await
                    .map_err(other)?;
            }
            Ok(rows)
        }
        .await;
        let rows = match result {
            Ok(rows) => rows,
            Err(fault) => {
                // A lost connection has rolled back already.
                let _ = transaction.rollback().await;
                return Err(fault);
            }
        };
        // A deferred constraint fails here: its statement is unknown, and the last one is the closest.
        let last = part.end.saturating_sub(1).max(part.start);
        transaction
            .commit()
            .await
            .map_err(|source| Fault::Statement(last, source))?;
        Ok(rows)
    }

    /// Records without statements, in one transaction.
    pub(super) async fn record(
        &mut self,
        records: &[Record<'_>],
        place: Option<&Place>,
    ) -> Result<(), MigrateError> {
        if !self.is_recorded {
            return Ok(());
        }
        let session = &self.session;
        let error = |source| history_error(session, place.cloned(), source);
        let mut transaction = self.connection.begin().await.map_err(error)?;
        lock::check(&mut transaction, session).await?;
        for record in records {
            record
                .write(&mut transaction, session)
                .await
                .map_err(error)?;
        }
        transaction.commit().await.map_err(error)
    }
}

/// Checks the lock, and sets what a part starts with.
pub(super) async fn prepare(
    connection: &mut PgConnection,
    session: &Session,
    lock_timeout: &str,
    is_local: bool,
) -> Result<(), MigrateError> {
    lock::check(connection, session).await?;
    sqlx::query("select set_config('lock_timeout', $1, $3), set_config('search_path', $2, $3)")
        .bind(lock_timeout)
        .bind(&session.search_path)
        .bind(is_local)
        .execute(connection)
        .await
        .map_err(|source| history_error(session, None, source))?;
    Ok(())
}

/// Adds the place to an error of the connection.
fn at(error: MigrateError, place: &Place) -> MigrateError {
    match error {
        MigrateError::Database(source) if crate::migrate::error::is_lost(&source) => {
            MigrateError::Interrupted {
                place: place.clone(),
                source,
            }
        }
        error => error,
    }
}
