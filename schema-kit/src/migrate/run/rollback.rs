//! Reverts migrations.

use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, PgConnection};

use super::job::Job;
use super::{Migrator, Runner};
use crate::migrate::history::{self, State};
use crate::migrate::{MigrateError, Place};

impl Migrator {
    /// Reverts the last `count` applied migrations, the one with the highest version first. Returns their versions.
    ///
    /// A rollback that stopped half way is finished, and counts as one.
    ///
    /// ```no_run
    /// # async fn example(connection: &mut sqlx::PgConnection) -> Result<(), Box<dyn std::error::Error>> {
    /// use schema_kit::migrate::{Folder, Migrator};
    ///
    /// let reverted = Migrator::new(Folder::read("migrations")?).rollback(connection, 1).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`run`](Self::run). Nothing is changed if one of the migrations has no down script.
    pub async fn rollback(
        &self,
        connection: &mut PgConnection,
        count: usize,
    ) -> Result<Vec<i64>, MigrateError> {
        self.rollback_on(connection, None, count).await
    }

    /// Like [`rollback`](Self::rollback), on a new connection.
    ///
    /// # Errors
    ///
    /// Those of [`rollback`](Self::rollback).
    pub async fn rollback_with(
        &self,
        options: &PgConnectOptions,
        count: usize,
    ) -> Result<Vec<i64>, MigrateError> {
        let mut connection = options.connect().await?;
        let reverted = self
            .rollback_on(&mut connection, Some(options), count)
            .await?;
        // All is committed.
        let _ = connection.close().await;
        Ok(reverted)
    }

    async fn rollback_on(
        &self,
        connection: &mut PgConnection,
        options: Option<&PgConnectOptions>,
        count: usize,
    ) -> Result<Vec<i64>, MigrateError> {
        let mut runner = Runner::start(self, connection, options).await?;
        let result = runner.rollback(count).await;
        runner.finish().await;
        result
    }
}

impl Runner<'_> {
    async fn rollback(&mut self, count: usize) -> Result<Vec<i64>, MigrateError> {
        let migrator = self.migrator;
        let history = self.history().await?;
        history::check_missing(&migrator.folder, &history)?;
        let mut jobs = Vec::new();
        for migration in migrator.folder.migrations().iter().rev() {
            let (done, is_started) = match history::state(migration, &history)? {
                State::Pending => continue,
                State::Applied { .. } => (0, false),
                State::HalfReverted { done, is_started } => (done, is_started),
                State::HalfApplied { done, .. } => {
                    let place = Place::new(&migration.up, done);
                    return Err(MigrateError::HalfApplied { place });
                }
            };
            jobs.push((migration, done, is_started));
        }
        jobs.sort_by_key(|(_, done, is_started)| *done == 0 && !*is_started);
        jobs.truncate(count);
        let jobs = jobs
            .into_iter()
            .map(|(migration, done, is_started)| match &migration.down {
                Some(down) => Job::new(migration, down, done, is_started),
                None => Err(MigrateError::NoDown {
                    file: migration.up.path.clone(),
                }),
            })
            .collect::<Result<Vec<_>, _>>()?;
        let mut reverted = Vec::new();
        for job in jobs {
            reverted.push(job.migration.version);
            self.execute(job).await?;
        }
        Ok(reverted)
    }
}
