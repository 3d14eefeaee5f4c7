//! The history of migrations in the database.
//!
//! There are two tables. `_sqlx_migrations` is the one of sqlx, with its own checksums, so that `sqlx migrate` and
//! `sqlx::migrate!` can take turns with ours: what one applies or reverts, the other one knows. `_schema_migrations` has
//! what that table has no columns for: checksums that ignore comments and layout, and the progress of a migration of
//! several transactions. Both are always written in one transaction, that of the statements that they record.

mod foreign;
mod squashed;
mod state;
mod write;

use std::collections::BTreeMap;

use schema_ddl::sql::quote;
use sha2::{Digest as _, Sha256};
use sqlx::postgres::PgRow;
use sqlx::{AssertSqlSafe, PgConnection, Row as _};

use super::MigrateError;
pub(crate) use foreign::find as find_foreign;
pub use foreign::{ForeignHistory, ForeignMigration, Tool};
pub(crate) use state::{State, check_missing, sqlx_checksum, state};
pub(crate) use write::{Record, adopt, ensure};

pub(crate) const OURS: &str = "_schema_migrations";
pub(crate) const SQLX: &str = "_sqlx_migrations";

/// The session that migrations run in.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    pub(crate) pid: i32,
    pub(crate) role: String,
    pub(crate) search_path: String,
    pub(crate) lock_timeout: String,
    pub(crate) statement_timeout: String,
    /// The tables, with their schema and in quotes.
    pub(crate) ours: String,
    pub(crate) sqlx: String,
    /// The key of the advisory lock.
    pub(crate) lock: i64,
}

impl Session {
    /// Reads the session, and finds the history's tables on its search path.
    pub(crate) async fn read(connection: &mut PgConnection) -> Result<Self, MigrateError> {
        let row = sqlx::query(
            "select pg_backend_pid(), current_user::text, current_setting('search_path'), \
             current_setting('lock_timeout'), current_setting('statement_timeout'), \
             current_database()::text, pg_is_in_recovery(), current_schema()::text, \
             (select n.nspname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace \
              where c.oid = to_regclass($1)), \
             (select n.nspname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace \
              where c.oid = to_regclass($2))",
        )
        .bind(OURS)
        .bind(SQLX)
        .fetch_one(connection)
        .await?;
        if row.get(6) {
            return Err(MigrateError::Standby);
        }
        let ours: Option<String> = row.get(8);
        let sqlx: Option<String> = row.get(9);
        let schema = ours
            .or_else(|| sqlx.clone())
            .or_else(|| row.get(7))
            .ok_or(MigrateError::NoSchema)?;
        let database: String = row.get(5);
        let ours = quote::qualified(Some(&schema), OURS);
        let digest = Sha256::digest(format!("{database}\0{ours}"));
        let mut lock = [0; 8];
        lock.copy_from_slice(&digest[..8]);
        Ok(Self {
            pid: row.get(0),
            role: row.get(1),
            search_path: row.get(2),
            lock_timeout: row.get(3),
            statement_timeout: row.get(4),
            sqlx: quote::qualified(Some(sqlx.as_ref().unwrap_or(&schema)), SQLX),
            ours,
            lock: i64::from_be_bytes(lock),
        })
    }
}

/// All that is recorded.
#[derive(Debug, Default)]
pub(crate) struct History {
    pub(crate) ours: BTreeMap<i64, OurRow>,
    /// `None` if there is no such table.
    pub(crate) sqlx: Option<BTreeMap<i64, SqlxRow>>,
}

/// A row of `_schema_migrations`.
#[derive(Debug, Clone)]
pub(crate) struct OurRow {
    pub(crate) version: i64,
    pub(crate) name: String,
    /// True if the statements are those of the down script.
    pub(crate) is_rollback: bool,
    /// The checksums of the statements that are done.
    pub(crate) checksums: Vec<Vec<u8>>,
    /// True if the next statement was started.
    pub(crate) is_started: bool,
    pub(crate) is_finished: bool,
    pub(crate) origin: String,
}

/// A row of `_sqlx_migrations`.
#[derive(Debug, Clone)]
pub(crate) struct SqlxRow {
    pub(crate) version: i64,
    pub(crate) description: String,
    pub(crate) success: bool,
    pub(crate) checksum: Vec<u8>,
}

impl OurRow {
    fn from_row(row: &PgRow) -> sqlx::Result<Self> {
        Ok(Self {
            version: row.try_get("version")?,
            name: row.try_get("name")?,
            is_rollback: row.try_get("is_rollback")?,
            checksums: row.try_get("checksums")?,
            is_started: row.try_get("is_started")?,
            is_finished: row.try_get("is_finished")?,
            origin: row.try_get("origin")?,
        })
    }
}

impl SqlxRow {
    fn from_row(row: &PgRow) -> sqlx::Result<Self> {
        Ok(Self {
            version: row.try_get("version")?,
            description: row.try_get("description")?,
            success: row.try_get("success")?,
            checksum: row.try_get("checksum")?,
        })
    }
}

impl History {
    /// Returns true if one of the tables has the version.
    pub(crate) fn has(&self, version: i64) -> bool {
        let in_sqlx = self
            .sqlx
            .as_ref()
            .is_some_and(|rows| rows.contains_key(&version));
        in_sqlx || self.ours.contains_key(&version)
    }

    pub(crate) async fn read(
        connection: &mut PgConnection,
        session: &Session,
    ) -> sqlx::Result<Self> {
        let mut history = Self::default();
        if exists(connection, &session.ours).await? {
            let table = &session.ours;
            let sql = format!(
                "select version, name, is_rollback, checksums, is_started, finished_at is not null as is_finished, origin \
                 from {table} order by version"
            );
            let rows = sqlx::query(AssertSqlSafe(sql))
                .fetch_all(&mut *connection)
                .await?;
            let rows = rows
                .iter()
                .map(OurRow::from_row)
                .collect::<sqlx::Result<Vec<_>>>()?;
            history.ours = rows.into_iter().map(|row| (row.version, row)).collect();
        }
        if exists(connection, &session.sqlx).await? {
            let table = &session.sqlx;
            let sql = format!(
                "select version, description, success, checksum from {table} order by version"
            );
            let rows = sqlx::query(AssertSqlSafe(sql))
                .fetch_all(connection)
                .await?;
            let rows = rows
                .iter()
                .map(SqlxRow::from_row)
                .collect::<sqlx::Result<Vec<_>>>()?;
            history.sqlx = Some(rows.into_iter().map(|row| (row.version, row)).collect());
        }
        Ok(history)
    }
}

/// Returns true if a relation exists. The name is as SQL spells it.
pub(crate) async fn exists(connection: &mut PgConnection, name: &str) -> sqlx::Result<bool> {
    sqlx::query_scalar("select to_regclass($1) is not null")
        .bind(name)
        .fetch_one(connection)
        .await
}
