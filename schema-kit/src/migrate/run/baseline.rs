//! Records migrations without running them.

use sqlx::{Connection as _, PgConnection};

use super::fault::history_error;
use super::{Migrator, Runner, lock};
use crate::migrate::MigrateError;
use crate::migrate::history::{self, ForeignHistory, Record, Tool, adopt, ensure};

/// The result of a baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Baseline {
    /// The histories of other tools.
    pub found: Vec<ForeignHistory>,
    /// The versions that are recorded as applied now and were not before.
    pub recorded: Vec<i64>,
}

impl Migrator {
    /// Records the migrations up to a version as applied, without running them: the database contains them already.
    ///
    /// This adopts a database that another tool has migrated, or none. Histories of sqlx, Drizzle, Prisma and Diesel are
    /// read and left unchanged, and no longer needed afterwards. Migrations of sqlx that have no file in the folder are not
    /// missed. Those that were squashed into one are recorded as that one.
    ///
    /// ```no_run
    /// # async fn example(connection: &mut sqlx::PgConnection) -> Result<(), Box<dyn std::error::Error>> {
    /// use schema_kit::migrate::{Folder, Migrator};
    ///
    /// let migrator = Migrator::new(Folder::read("migrations")?);
    /// let baseline = migrator.baseline(connection, 20260131120000).await?;
    /// for history in &baseline.found {
    ///     eprintln!("{} applied {} migrations", history.tool, history.migrations.len());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// If the folder has no such version, or another tool's last migration is unfinished. Nothing is recorded then.
    pub async fn baseline(
        &self,
        connection: &mut PgConnection,
        version: i64,
    ) -> Result<Baseline, MigrateError> {
        if self.folder.migration(version).is_none() {
            return Err(MigrateError::UnknownVersion { version });
        }
        let mut runner = Runner::start(self, connection, None).await?;
        let result = runner.baseline(version).await;
        runner.finish().await;
        result
    }
}

impl Runner<'_> {
    async fn baseline(&mut self, version: i64) -> Result<Baseline, MigrateError> {
        let history = self.history().await?;
        let session = &self.session;
        let error = |source| history_error(session, None, source);
        let found = history::find_foreign(self.connection)
            .await
            .map_err(error)?;
        for foreign in &found {
            if let Some(unfinished) = foreign.migrations.iter().find(|one| !one.is_finished) {
                let (tool, name) = (foreign.tool, unfinished.name.clone());
                return Err(MigrateError::UnfinishedElsewhere { tool, name });
            }
        }
        let mut transaction = self.connection.begin().await.map_err(error)?;
        lock::check(&mut transaction, session).await?;
        ensure(&mut transaction, session).await.map_err(error)?;
        let mut recorded = Vec::new();
        for migration in self.migrator.folder.migrations() {
            let squashed = migration.up.text.squashed().iter();
            let is_new = !history.ours.contains_key(&migration.version)
                || squashed.filter(|one| history.has(one.version)).count() > 1;
            if migration.version <= version && is_new {
                let record = Record::applied(migration, "baseline");
                record
                    .write(&mut transaction, session)
                    .await
                    .map_err(error)?;
                recorded.push(migration.version);
            }
        }
        let of_sqlx = history.sqlx.iter().flat_map(|rows| rows.values());
        let folder = &self.migrator.folder;
        let is_elsewhere =
            |version| folder.migration(version).is_none() && !folder.has_squashed(version);
        for row in of_sqlx.filter(|row| is_elsewhere(row.version)) {
            adopt(&mut transaction, session, row.version, &row.description)
                .await
                .map_err(error)?;
        }
        transaction.commit().await.map_err(error)?;
        // A history of sqlx without migrations is the table that this crate itself creates.
        let found = found
            .into_iter()
            .filter(|one| one.tool != Tool::Sqlx || !one.migrations.is_empty())
            .collect();
        Ok(Baseline { found, recorded })
    }
}
