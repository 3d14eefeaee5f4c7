//! Writes the history.

use std::time::Duration;

use sqlx::{AssertSqlSafe, Executor as _, PgConnection};

use super::{OURS, SQLX, Session, exists, sqlx_checksum};
use crate::migrate::Migration;

/// The record of a migration, to be written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Record<'a> {
    pub(crate) migration: &'a Migration,
    pub(crate) is_rollback: bool,
    /// How many statements are done.
    pub(crate) done: usize,
    pub(crate) is_started: bool,
    pub(crate) origin: &'static str,
    pub(crate) elapsed: Duration,
}

impl<'a> Record<'a> {
    /// A migration that is completely applied.
    pub(crate) fn applied(migration: &'a Migration, origin: &'static str) -> Self {
        Self {
            migration,
            is_rollback: false,
            done: migration.up.text.statements().len(),
            is_started: false,
            origin,
            elapsed: Duration::ZERO,
        }
    }

    /// Writes both tables, and creates them if they do not exist. The connection is in a transaction.
    pub(crate) async fn write(
        self,
        connection: &mut PgConnection,
        session: &Session,
    ) -> sqlx::Result<()> {
        ensure(connection, session).await?;
        self.forget_squashed(connection, session).await?;
        let script = match &self.migration.down {
            Some(down) if self.is_rollback => down,
            _ => &self.migration.up,
        };
        let mut checksums = script.text.checksums();
        let is_finished = self.done == checksums.len() && !self.is_started;
        let is_untouched = self.done == 0 && !self.is_started && !is_finished;
        if self.is_rollback && is_untouched {
            // The first statement failed: the migration is applied, as before.
            return Box::pin(Record::applied(self.migration, "run").write(connection, session))
                .await;
        }
        if is_untouched || (self.is_rollback && is_finished) {
            return self.delete(connection, session).await;
        }
        checksums.truncate(self.done);
        let table = &session.ours;
        let sql = format!(
            "insert into {table} (version, name, is_rollback, checksums, is_started, finished_at, origin) \
             values ($1, $2, $3, $4, $5, case when $6 then now() end, $7) \
             on conflict (version) do update set name = excluded.name, is_rollback = excluded.is_rollback, \
             checksums = excluded.checksums, is_started = excluded.is_started, finished_at = excluded.finished_at, \
             origin = excluded.origin"
        );
        sqlx::query(AssertSqlSafe(sql))
            .bind(self.migration.version)
            .bind(&self.migration.name)
            .bind(self.is_rollback)
            .bind(checksums)
            .bind(self.is_started)
            .bind(is_finished)
            .bind(self.origin)
            .execute(&mut *connection)
            .await?;
        self.write_sqlx(connection, session, is_finished).await
    }

    async fn write_sqlx(
        self,
        connection: &mut PgConnection,
        session: &Session,
        success: bool,
    ) -> sqlx::Result<()> {
        let table = &session.sqlx;
        let sql = format!(
            "insert into {table} (version, description, success, checksum, execution_time) values ($1, $2, $3, $4, $5) \
             on conflict (version) do update set description = excluded.description, success = excluded.success, \
             checksum = excluded.checksum, execution_time = greatest({table}.execution_time, excluded.execution_time)"
        );
        sqlx::query(AssertSqlSafe(sql))
            .bind(self.migration.version)
            .bind(self.migration.description())
            .bind(success)
            .bind(sqlx_checksum(&self.migration.up))
            .bind(i64::try_from(self.elapsed.as_nanos()).unwrap_or(i64::MAX))
            .execute(connection)
            .await?;
        Ok(())
    }

    /// Deletes the records of the migrations that were squashed into this one.
    async fn forget_squashed(
        self,
        connection: &mut PgConnection,
        session: &Session,
    ) -> sqlx::Result<()> {
        let squashed = self.migration.up.text.squashed().iter();
        let versions: Vec<i64> = squashed
            .map(|one| one.version)
            .filter(|version| *version != self.migration.version)
            .collect();
        if versions.is_empty() {
            return Ok(());
        }
        delete(connection, session, versions).await
    }

    async fn delete(self, connection: &mut PgConnection, session: &Session) -> sqlx::Result<()> {
        delete(connection, session, vec![self.migration.version]).await
    }
}

async fn delete(
    connection: &mut PgConnection,
    session: &Session,
    versions: Vec<i64>,
) -> sqlx::Result<()> {
    for table in [&session.ours, &session.sqlx] {
        let sql = format!("delete from {table} where version = any($1)");
        sqlx::query(AssertSqlSafe(sql))
            .bind(&versions)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Creates the tables that do not exist. That of sqlx is as sqlx creates it.
pub(crate) async fn ensure(connection: &mut PgConnection, session: &Session) -> sqlx::Result<()> {
    if !exists(connection, &session.ours).await? {
        let table = &session.ours;
        let sql = format!(
            "create table {table} (\n    version bigint primary key,\n    name text not null,\n    \
             is_rollback boolean not null,\n    checksums bytea[] not null,\n    is_started boolean not null,\n    \
             started_at timestamptz not null default now(),\n    finished_at timestamptz,\n    origin text not null\n)"
        );
        connection.execute(AssertSqlSafe(sql)).await?;
        comment(connection, table, OURS).await?;
    }
    if !exists(connection, &session.sqlx).await? {
        let table = &session.sqlx;
        let sql = format!(
            "create table {table} (\n    version bigint primary key,\n    description text not null,\n    \
             installed_on timestamptz not null default now(),\n    success boolean not null,\n    \
             checksum bytea not null,\n    execution_time bigint not null\n)"
        );
        connection.execute(AssertSqlSafe(sql)).await?;
        comment(connection, table, SQLX).await?;
    }
    Ok(())
}

/// Records a migration of sqlx that has no file any more, so that it is not missed.
pub(crate) async fn adopt(
    connection: &mut PgConnection,
    session: &Session,
    version: i64,
    name: &str,
) -> sqlx::Result<()> {
    let table = &session.ours;
    let sql = format!(
        "insert into {table} (version, name, is_rollback, checksums, is_started, finished_at, origin) \
         values ($1, $2, false, '{{}}', false, now(), 'adopted') on conflict (version) do update set origin = 'adopted'"
    );
    sqlx::query(AssertSqlSafe(sql))
        .bind(version)
        .bind(name)
        .execute(connection)
        .await?;
    Ok(())
}

async fn comment(connection: &mut PgConnection, table: &str, name: &str) -> sqlx::Result<()> {
    let text = if name == OURS {
        "Migrations of schema-kit: checksums and progress."
    } else {
        "Migrations, as sqlx and schema-kit record them."
    };
    let sql = format!("comment on table {table} is '{text}'");
    connection.execute(AssertSqlSafe(sql)).await?;
    Ok(())
}
