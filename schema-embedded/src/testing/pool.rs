//! The pools that a test can use.

use std::future::Future;
use std::time::Duration;

use schema_core::ddl::Script;
use schema_core::pool::{Pool, PoolOptions};
use sqlx::AssertSqlSafe;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};

const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(15);
const CLOSE_TIMEOUT: Duration = Duration::from_secs(3);

/// A failure of the machinery, reported by a panic of the test.
pub(super) type Failure = Box<dyn std::error::Error + Send + Sync>;

/// A connection pool that a test can use: [`schema_core::Pool`] or [`sqlx::PgPool`].
pub trait TestPool: Sealed {}

impl TestPool for Pool {}
impl TestPool for PgPool {}

/// The operations on a pool.
#[allow(
    unnameable_types,
    reason = "it keeps `TestPool` from being implemented elsewhere"
)]
pub trait Sealed: Clone {
    /// Opens a pool.
    fn open(
        options: PgConnectOptions,
        max_connections: u32,
    ) -> impl Future<Output = Result<Self, Failure>>;

    /// Runs statements without parameters.
    fn execute(&self, sql: String) -> impl Future<Output = sqlx::Result<()>>;

    /// Reads a number.
    fn number(&self, sql: &'static str) -> impl Future<Output = sqlx::Result<i32>>;

    /// Creates tables.
    fn create(&self, script: &Script) -> impl Future<Output = schema_core::Result<()>>;

    /// Waits for the connections in use, and closes all.
    fn close_all(&self) -> impl Future<Output = ()>;
}

impl Sealed for Pool {
    async fn open(options: PgConnectOptions, max_connections: u32) -> Result<Self, Failure> {
        let pool = PoolOptions::new()
            .max_connections(max_connections)
            .acquire_timeout(ACQUIRE_TIMEOUT);
        Ok(pool.connect_with(options).await?)
    }

    async fn execute(&self, sql: String) -> sqlx::Result<()> {
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(self).await?;
        Ok(())
    }

    async fn number(&self, sql: &'static str) -> sqlx::Result<i32> {
        sqlx::query_scalar(sql).fetch_one(self).await
    }

    async fn create(&self, script: &Script) -> schema_core::Result<()> {
        script.execute(self).await
    }

    async fn close_all(&self) {
        self.close(CLOSE_TIMEOUT).await;
    }
}

impl Sealed for PgPool {
    async fn open(options: PgConnectOptions, max_connections: u32) -> Result<Self, Failure> {
        let pool = PgPoolOptions::new()
            .max_connections(max_connections)
            .acquire_timeout(ACQUIRE_TIMEOUT);
        Ok(pool.connect_with(options).await?)
    }

    async fn execute(&self, sql: String) -> sqlx::Result<()> {
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(self).await?;
        Ok(())
    }

    async fn number(&self, sql: &'static str) -> sqlx::Result<i32> {
        sqlx::query_scalar(sql).fetch_one(self).await
    }

    async fn create(&self, script: &Script) -> schema_core::Result<()> {
        script.execute(self).await
    }

    async fn close_all(&self) {
        self.close().await;
    }
}
