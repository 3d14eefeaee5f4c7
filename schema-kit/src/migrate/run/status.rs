//! Which migrations are applied.

use sqlx::PgConnection;

use super::Migrator;
use super::fault::history_error;
use crate::migrate::MigrateError;
use crate::migrate::history::{self, History, Session, State};

/// A migration of the folder, and whether it is applied.
#[derive(Debug)]
pub struct MigrationStatus {
    /// The version.
    pub version: i64,
    /// The name.
    pub name: String,
    /// The versions that were squashed into it.
    pub squashed: Vec<i64>,
    /// Its state.
    pub state: MigrationState,
}

/// The state of a migration in a database.
#[derive(Debug)]
#[non_exhaustive]
pub enum MigrationState {
    /// It has not run.
    Pending,
    /// It has not run, but one with a higher version has.
    PendingOutOfOrder,
    /// It stopped half way.
    HalfApplied {
        /// How many statements are done.
        done: usize,
    },
    /// Its rollback stopped half way.
    HalfReverted {
        /// How many statements of the down script are done.
        done: usize,
    },
    /// It is applied.
    Applied,
    /// It is applied, and was edited since, or sqlx recorded it as failed.
    Problem(MigrateError),
}

impl Migrator {
    /// Returns each migration of the folder with its state. Changes nothing, and does not wait for other runs.
    ///
    /// ```no_run
    /// # async fn example(connection: &mut sqlx::PgConnection) -> Result<(), Box<dyn std::error::Error>> {
    /// use schema_kit::migrate::{Folder, MigrationState, Migrator};
    ///
    /// let status = Migrator::new(Folder::read("migrations")?).status(connection).await?;
    /// let pending = status.iter().filter(|one| matches!(one.state, MigrationState::Pending)).count();
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// If the history cannot be read, or has a migration that is not in the folder.
    pub async fn status(
        &self,
        connection: &mut PgConnection,
    ) -> Result<Vec<MigrationStatus>, MigrateError> {
        let session = Session::read(connection).await?;
        let history = History::read(connection, &session)
            .await
            .map_err(|source| history_error(&session, None, source))?;
        history::check_missing(&self.folder, &history)?;
        let mut status: Vec<MigrationStatus> = Vec::new();
        let mut has_later = false;
        for migration in self.folder.migrations().iter().rev() {
            let state = match history::state(migration, &history) {
                Ok(State::Pending) if has_later => MigrationState::PendingOutOfOrder,
                Ok(State::Pending) => MigrationState::Pending,
                Ok(State::HalfApplied { done, .. }) => MigrationState::HalfApplied { done },
                Ok(State::HalfReverted { done, .. }) => MigrationState::HalfReverted { done },
                Ok(State::Applied { .. }) => MigrationState::Applied,
                Err(error) => MigrationState::Problem(error),
            };
            has_later |= !matches!(state, MigrationState::Pending);
            status.push(MigrationStatus {
                version: migration.version,
                name: migration.name.clone(),
                squashed: migration
                    .up
                    .text
                    .squashed()
                    .iter()
                    .map(|one| one.version)
                    .collect(),
                state,
            });
        }
        status.reverse();
        Ok(status)
    }
}
