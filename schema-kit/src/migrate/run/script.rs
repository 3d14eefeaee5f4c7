//! Scripts that are no migrations.

use sqlx::PgConnection;
use sqlx::postgres::PgConnectOptions;

use super::job::Job;
use super::{Migrator, Runner};
use crate::migrate::{MigrateError, Migration, Script, Text};

impl Migrator {
    /// Runs a script as a migration runs: with the lock, `lock_timeout`, and repetitions. Records nothing.
    ///
    /// The `Place` of an error has the number of the statement in the script.
    pub(crate) async fn run_script(
        &self,
        connection: &mut PgConnection,
        options: Option<&PgConnectOptions>,
        name: &str,
        sql: String,
    ) -> Result<(), MigrateError> {
        let text = Text::parse(&sql).map_err(|source| MigrateError::Text {
            file: name.into(),
            source,
        })?;
        let migration = Migration {
            version: 0,
            name: name.to_owned(),
            up: Script {
                path: name.into(),
                sql,
                text,
            },
            down: None,
            snapshot: None,
        };
        let mut runner = Runner::start(self, connection, options).await?;
        runner.is_recorded = false;
        let result = match Job::new(&migration, &migration.up, 0, false) {
            Ok(job) if job.is_done() => Ok(()),
            Ok(job) => runner.execute(job).await,
            Err(error) => Err(error),
        };
        runner.finish().await;
        result
    }
}
