//! A folder of migrations for one test.

use std::fs;
use std::path::Path;

use schema_kit::migrate::{Folder, MigrateError, Migrator};
use schema_tests::db::TestDb;
use sqlx::{AssertSqlSafe, PgConnection};
use tempfile::TempDir;

/// A folder of migrations.
pub(crate) struct Files(TempDir);

impl Files {
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.path().join(name), text).unwrap();
    }

    pub(crate) fn remove(&self, name: &str) {
        fs::remove_file(self.path().join(name)).unwrap();
    }

    /// A runner for the folder as it is now.
    pub(crate) fn migrator(&self) -> Migrator {
        Migrator::new(Folder::read(self.path()).unwrap())
    }

    /// Runs the folder as it is now.
    pub(crate) async fn run(&self, db: &TestDb) -> Result<Vec<i64>, MigrateError> {
        let mut connection = db.pool().acquire().await.unwrap();
        self.migrator().run(&mut connection).await
    }

    /// The message of an error and of its sources, without the path of the folder.
    pub(crate) fn message(&self, error: &dyn std::error::Error) -> String {
        let mut message = error.to_string();
        let mut source = error.source();
        while let Some(error) = source {
            message = format!("{message}: {error}");
            source = error.source();
        }
        message.replace(&format!("{}/", self.path().display()), "")
    }
}

/// One value of a query.
pub(crate) async fn value(db: &TestDb, sql: &str) -> i64 {
    sqlx::query_scalar(AssertSqlSafe(sql.to_owned()))
        .fetch_one(db.pool())
        .await
        .unwrap()
}

/// Returns true if a relation exists.
pub(crate) async fn exists(db: &TestDb, name: &str) -> bool {
    sqlx::query_scalar("select to_regclass($1) is not null")
        .bind(name)
        .fetch_one(db.pool())
        .await
        .unwrap()
}

/// Runs statements.
pub(crate) async fn execute(connection: &mut PgConnection, sql: &str) {
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
        .execute(connection)
        .await
        .unwrap();
}
