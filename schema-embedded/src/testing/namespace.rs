//! The namespace of a test.

use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};

use schema_core::Pool;
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};

use super::clean_up::since_1970;
use super::pool::{Failure, TestPool};

/// The database of one test.
#[derive(Debug, Clone)]
pub struct TestDb<P = Pool> {
    pool: P,
    options: PgConnectOptions,
    url: String,
    schema: String,
    server_version_num: i32,
}

impl<P: TestPool> TestDb<P> {
    /// A pool whose search path is the test's namespace, then `public`.
    pub fn pool(&self) -> &P {
        &self.pool
    }

    /// The options of the pool's connections.
    ///
    /// On the embedded server, another connection waits until the pool's connection is closed.
    pub fn connect_options(&self) -> &PgConnectOptions {
        &self.options
    }

    /// The same options as a URL.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The name of the test's namespace. It needs no quotes.
    pub fn schema(&self) -> &str {
        &self.schema
    }

    /// The server version as a number: 170005 is 17.5.
    pub fn server_version_num(&self) -> i32 {
        self.server_version_num
    }

    /// Opens a pool and creates the test's namespace.
    pub(super) async fn create(url: &str, max_connections: u32) -> Result<Self, Failure> {
        let schema = new_schema_name();
        let search_path = format!("{schema},public");
        let options = url
            .parse::<PgConnectOptions>()?
            .options([("search_path", &search_path)]);
        let separator = if url.contains('?') { '&' } else { '?' };
        let url = format!("{url}{separator}options=-c%20search_path%3D{schema}%2Cpublic");
        let pool = P::open(options.clone(), max_connections).await?;
        pool.execute(format!("create schema {schema}")).await?;
        let server_version_num = pool
            .number("select current_setting('server_version_num')::int4")
            .await?;
        Ok(Self {
            pool,
            options,
            url,
            schema,
            server_version_num,
        })
    }

    /// Drops the namespace through the test's pool, and closes it. Fails if the test left the pool unusable.
    pub(super) async fn drop_through_pool(&self) -> sqlx::Result<()> {
        self.pool.execute(self.drop_sql()).await?;
        self.pool.close_all().await;
        Ok(())
    }

    /// Drops the namespace through a new connection.
    pub(super) async fn drop_through_connection(&self) -> sqlx::Result<()> {
        let mut connection = PgConnection::connect_with(&self.options).await?;
        connection.execute(AssertSqlSafe(self.drop_sql())).await?;
        connection.close().await
    }

    fn drop_sql(&self) -> String {
        let schema = &self.schema;
        format!("rollback; set lock_timeout = '2s'; drop schema if exists {schema} cascade")
    }
}

/// Creates a unique name: `test_<seconds since 1970>_<process>_<number>`.
pub(super) fn new_schema_name() -> String {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    format!("test_{}_{}_{number}", since_1970().as_secs(), process::id())
}
