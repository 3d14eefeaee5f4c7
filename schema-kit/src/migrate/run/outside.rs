//! Statements outside a transaction.

use sqlx::{AssertSqlSafe, Executor as _};

use super::fault::{history_error, statement_error};
use super::index::Index;
use super::job::Job;
use super::transaction::prepare;
use super::{Runner, history, progress};
use crate::migrate::error::{is_contention, is_lost};
use crate::migrate::text::{Statement, StatementKind};
use crate::migrate::{Event, MigrateError, Place};

impl Runner<'_> {
    /// Runs a statement outside a transaction. Records it as started before, and as done after.
    pub(super) async fn outside(
        &mut self,
        job: &Job<'_>,
        index: usize,
    ) -> Result<(), MigrateError> {
        let Some(statement) = job.statement(index) else {
            return Ok(());
        };
        let place = job.place(index);
        self.set_outside(statement, &place).await?;
        let is_resumed = job.is_started && index == job.done;
        if is_resumed && self.is_done(statement, &place).await? {
            return self
                .record(&[job.record(index + 1, false)], Some(&place))
                .await;
        }
        let is_if_untouched = self.drop_invalid(statement, &place).await?;
        self.record(&[job.record(index, true)], Some(&place))
            .await?;
        let mut failed = 0;
        loop {
            self.migrator.report(&Event::Statement {
                place: &place,
                sql: &statement.sql,
            });
            let Err(source) = self.send(statement, &place).await else {
                return self
                    .record(&[job.record(index + 1, false)], Some(&place))
                    .await;
            };
            if is_lost(&source) {
                return Err(statement_error(job, &self.session, index, source));
            }
            if is_if_untouched {
                self.drop_invalid(statement, &place).await?;
            }
            failed += 1;
            let error = if is_contention(&source) {
                match self.retry(&place, failed, source).await {
                    Ok(()) => continue,
                    Err(error) => error,
                }
            } else {
                outside_error(
                    statement,
                    statement_error(job, &self.session, index, source),
                )
            };
            // If this fails, the next run takes the statement for interrupted, which is correct, too.
            self.record(&[job.record(index, false)], Some(&place))
                .await?;
            return Err(error);
        }
    }

    /// Sets what a statement outside a transaction starts with: no limit for what is meant to take long.
    async fn set_outside(
        &mut self,
        statement: &Statement,
        place: &Place,
    ) -> Result<(), MigrateError> {
        let lock_timeout = if statement.kind.is_concurrent() {
            "0".to_owned()
        } else {
            self.migrator.settings.lock_timeout()
        };
        prepare(self.connection, &self.session, &lock_timeout, false).await?;
        sqlx::query("select set_config('statement_timeout', '0', false)")
            .execute(&mut *self.connection)
            .await
            .map_err(|source| history_error(&self.session, Some(place.clone()), source))?;
        Ok(())
    }

    /// Returns true if a statement that was interrupted has done its work.
    async fn is_done(
        &mut self,
        statement: &Statement,
        place: &Place,
    ) -> Result<bool, MigrateError> {
        let done = match &statement.kind {
            StatementKind::CreateIndex {
                index: Some(index),
                table,
            } => Index::find(self.connection, &index.name, table)
                .await
                .map(|index| index.is_some_and(|index| index.is_valid)),
            StatementKind::DropIndex { index } => history::exists(self.connection, index)
                .await
                .map(|exists| !exists),
            _ => Ok(false),
        };
        done.map_err(|source| history_error(&self.session, Some(place.clone()), source))
    }

    /// Drops an invalid index with the name of the one that the statement builds. Returns whether there is none with that
    /// name now, so that an invalid one would be of this statement.
    async fn drop_invalid(
        &mut self,
        statement: &Statement,
        place: &Place,
    ) -> Result<bool, MigrateError> {
        let StatementKind::CreateIndex {
            index: Some(index),
            table,
        } = &statement.kind
        else {
            return Ok(false);
        };
        let session = &self.session;
        let error = |source| history_error(session, Some(place.clone()), source);
        let Some(index) = Index::find(self.connection, &index.name, table)
            .await
            .map_err(error)?
        else {
            return Ok(true);
        };
        if index.is_valid {
            return Ok(false);
        }
        if let Some(pid) = index.builder {
            let place = place.clone();
            return Err(MigrateError::IndexInProgress { place, pid });
        }
        self.migrator.report(&Event::InvalidIndex {
            place,
            index: &index.sql,
        });
        index.drop(self.connection).await.map_err(error)?;
        Ok(true)
    }

    async fn send(&mut self, statement: &Statement, place: &Place) -> sqlx::Result<()> {
        let pid = self.session.pid;
        let running = self
            .connection
            .execute(AssertSqlSafe(statement.sql.as_str()));
        let result = match (self.options, &statement.kind) {
            (Some(options), StatementKind::CreateIndex { .. })
                if self.migrator.observer.is_some() =>
            {
                tokio::select! {
                    result = running => result,
                    never = progress::report(self.migrator, options, pid, place) => match never {},
                }
            }
            _ => running.await,
        };
        result.map(|_| ())
    }
}

/// A statement that commits by itself may have done a part of its work.
fn outside_error(statement: &Statement, error: MigrateError) -> MigrateError {
    match error {
        MigrateError::Statement { place, source }
            if statement.kind
                == (StatementKind::Outside {
                    concurrently: false,
                }) =>
        {
            MigrateError::OutsideStatement { place, source }
        }
        error => error,
    }
}
