//! The lock that lets one run proceed at a time.

use std::time::{Duration, Instant};

use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, PgConnection};
use tokio::time::sleep;

use super::fault::{history_error, is_pooled};
use super::settings::jitter;
use super::{Migrator, Runner};
use crate::migrate::history::Session;
use crate::migrate::{Event, MigrateError};

/// The longest time between two attempts to get the lock.
const POLL: Duration = Duration::from_millis(500);

/// The lock in `pg_locks`, by its key.
const IN_PG_LOCKS: &str = "from pg_locks where locktype = 'advisory' and granted and objsubid = 1 \
     and (classid::int8 << 32) | objid::int8 = $1 \
     and database = (select oid from pg_database where datname = current_database())";

impl<'r> Runner<'r> {
    /// Waits for the lock.
    pub(super) async fn start(
        migrator: &'r Migrator,
        connection: &'r mut PgConnection,
        options: Option<&'r PgConnectOptions>,
    ) -> Result<Self, MigrateError> {
        if connection.is_in_transaction() {
            return Err(MigrateError::InTransaction);
        }
        let session = match Session::read(connection).await {
            Err(MigrateError::Database(error)) if is_pooled(&error) => {
                return Err(MigrateError::Pooler);
            }
            session => session?,
        };
        if let Some(options) = options
            && is_shared(options, session.pid).await?
        {
            return Err(MigrateError::Pooler);
        }
        let mut runner = Self {
            migrator,
            connection,
            options,
            session,
            is_recorded: true,
        };
        runner.lock().await?;
        Ok(runner)
    }

    async fn lock(&mut self) -> Result<(), MigrateError> {
        let start = Instant::now();
        loop {
            let is_locked: bool = sqlx::query_scalar("select pg_try_advisory_lock($1)")
                .bind(self.session.lock)
                .fetch_one(&mut *self.connection)
                .await
                .map_err(|source| history_error(&self.session, None, source))?;
            if is_locked {
                return Ok(());
            }
            let holders = self.holders().await?;
            let (waited, wait) = (start.elapsed(), self.migrator.settings.wait);
            if waited >= wait {
                return Err(MigrateError::Locked { waited, holders });
            }
            self.migrator
                .report(&Event::WaitingForLock { holders: &holders });
            sleep(jitter(POLL).min(wait.saturating_sub(waited))).await;
        }
    }

    async fn holders(&mut self) -> Result<Vec<i32>, MigrateError> {
        sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
            "select pid {IN_PG_LOCKS} order by pid"
        )))
        .bind(self.session.lock)
        .fetch_all(&mut *self.connection)
        .await
        .map_err(|source| history_error(&self.session, None, source))
    }

    /// Releases the lock, and restores the settings of the session. A lost connection has released it already.
    pub(super) async fn finish(&mut self) {
        let _ = sqlx::query(
            "select set_config('lock_timeout', $2, false), set_config('statement_timeout', $3, false), \
             set_config('search_path', $4, false), \
             case when pg_backend_pid() = $5 then pg_advisory_unlock($1) end",
        )
        .bind(self.session.lock)
        .bind(&self.session.lock_timeout)
        .bind(&self.session.statement_timeout)
        .bind(&self.session.search_path)
        .bind(self.session.pid)
        .execute(&mut *self.connection)
        .await;
    }
}

/// Checks that the connection still has the session that holds the lock.
pub(super) async fn check(
    connection: &mut PgConnection,
    session: &Session,
) -> Result<(), MigrateError> {
    let is_held: bool = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
        "select pg_backend_pid() = $2 and exists (select {IN_PG_LOCKS} and pid = pg_backend_pid())"
    )))
    .bind(session.lock)
    .bind(session.pid)
    .fetch_one(connection)
    .await
    .map_err(|source| history_error(session, None, source))?;
    if is_held {
        Ok(())
    } else {
        Err(MigrateError::Pooler)
    }
}

/// Returns true if a second connection gets the session of the first one while that is open. Only a pooler does that.
async fn is_shared(options: &PgConnectOptions, pid: i32) -> Result<bool, MigrateError> {
    let mut second = options.connect().await?;
    let other: i32 = match sqlx::query_scalar("select pg_backend_pid()")
        .fetch_one(&mut second)
        .await
    {
        Err(error) if is_pooled(&error) => return Ok(true),
        other => other?,
    };
    let _ = second.close().await;
    Ok(other == pid)
}
