//! Applies a plan.

use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection as _, PgConnection};

use super::{Plan, PlanError, fingerprint};
use crate::migrate::{MigrateError, Migrator};
use crate::plan::Database;

/// The name of the script in errors of the runner.
const NAME: &str = "plan";

/// The settings with which a plan is applied.
#[derive(Debug, Clone)]
pub struct Apply {
    /// True if rows and values may be lost.
    pub allow_data_loss: bool,
    /// The limits of locks and repetitions, and the observer. Its folder is not used.
    pub runner: Migrator,
    /// The server, for the progress of indexes.
    pub options: Option<PgConnectOptions>,
}

impl Plan {
    /// Runs the statements on the database that the plan was made for.
    ///
    /// All changes run in one transaction, unless one of them needs a transaction of its own. Statements wait for locks for
    /// a short time and are then repeated, as those of a [`Migrator`].
    ///
    /// # Errors
    ///
    /// If the schema is no longer the one that the plan was made for, if data would be lost and that is not allowed, or if a
    /// statement fails.
    pub async fn apply(
        &self,
        connection: &mut PgConnection,
        apply: &Apply,
    ) -> Result<(), PlanError> {
        if !apply.allow_data_loss {
            // A table that was empty when the plan was made can have rows now.
            let mut counted = self.clone();
            counted.count(connection).await?;
            counted.check_losses()?;
        }
        let database = Database::read(connection, &self.scope).await?;
        if fingerprint(&database.model) != self.fingerprint {
            return Err(PlanError::Moved);
        }
        if self.is_empty() {
            return Ok(());
        }
        let before: String = sqlx::query_scalar("select current_setting('search_path')")
            .persistent(false)
            .fetch_one(&mut *connection)
            .await?;
        set_search_path(connection, &database.search_path).await?;
        let (sql, changes) = self.write(false);
        let result = apply
            .runner
            .run_script(connection, apply.options.as_ref(), NAME, sql)
            .await;
        // A lost connection has no settings.
        if connection.ping().await.is_ok() {
            set_search_path(connection, &before).await?;
        }
        result.map_err(|error| self.error(error, &changes))
    }

    /// Names the statement instead of its place in the script.
    fn error(&self, error: MigrateError, changes: &[usize]) -> PlanError {
        let (MigrateError::Statement { place, .. }
        | MigrateError::OutsideStatement { place, .. }
        | MigrateError::Privilege { place, .. }
        | MigrateError::LockTimeout { place, .. }) = &error
        else {
            return PlanError::Run(Box::new(error));
        };
        let (sql, _) = self.write(false);
        let text = crate::migrate::Text::parse(&sql).ok();
        let statements = text.as_ref().map_or(&[][..], |text| text.statements());
        let at = place.statement.saturating_sub(1);
        let part = |at: usize| statements.get(at).map(|one| (one.outside, one.part));
        let is_partial = changes.len() > at && part(at) != part(0);
        let statement = statements
            .get(at)
            .map(|one| one.sql.clone())
            .unwrap_or_default();
        PlanError::Statement {
            statement,
            is_partial,
            source: Box::new(error),
        }
    }
}

async fn set_search_path(connection: &mut PgConnection, value: &str) -> sqlx::Result<()> {
    sqlx::query("select set_config('search_path', $1, false)")
        .persistent(false)
        .bind(value)
        .execute(connection)
        .await?;
    Ok(())
}
