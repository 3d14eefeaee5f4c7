//! The settings of a pool.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use futures_core::future::BoxFuture;
use sqlx::postgres::PgConnectOptions;
use sqlx::{PgConnection, Result as SqlxResult};

use super::Pool;
use crate::error::{Error, Result};

/// A function that prepares each new connection.
pub(super) type AfterConnect =
    Arc<dyn for<'c> Fn(&'c mut PgConnection) -> BoxFuture<'c, SqlxResult<()>> + Send + Sync>;

/// How statements are prepared on the server.
///
/// <https://www.postgresql.org/docs/current/sql-prepare.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Statements {
    /// Each text is prepared once per connection, under a name. A later use takes one round trip.
    ///
    /// It also works behind `PgBouncer` 1.21 and later in transaction mode, if its setting `max_prepared_statements` is
    /// not 0, which it is by default before 1.24.
    #[default]
    Named,
    /// Nothing is left on the server: a statement is prepared for one use, inside a transaction of its own.
    ///
    /// For poolers in transaction mode that know nothing of prepared statements, such as `PgBouncer` before 1.21; see
    /// [With a pooler](super#with-a-pooler). A statement takes four round trips instead of one; inside a transaction it
    /// takes two.
    Unnamed,
}

/// The settings of a [`Pool`].
///
/// ```
/// use std::time::Duration;
///
/// use schema_core::pool::PoolOptions;
///
/// # async fn run() -> schema_core::Result<()> {
/// let pool = PoolOptions::new()
///     .max_connections(16)
///     .min_idle(2)
///     .acquire_timeout(Duration::from_secs(5))
///     .after_connect(|connection| {
///         Box::pin(async move {
///             sqlx::query("set statement_timeout = '10s'").execute(connection).await?;
///             Ok(())
///         })
///     })
///     .connect("postgres://localhost/clinic")
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use = "a pool is opened by `connect`"]
pub struct PoolOptions {
    pub(super) max_connections: u32,
    pub(super) min_idle: u32,
    pub(super) acquire_timeout: Duration,
    pub(super) connect_timeout: Duration,
    pub(super) idle_timeout: Option<Duration>,
    pub(super) max_lifetime: Option<Duration>,
    pub(super) ping_after: Duration,
    pub(super) clean_up_timeout: Duration,
    pub(super) statement_cache_capacity: usize,
    pub(super) statements: Statements,
    pub(super) after_connect: Option<AfterConnect>,
}

impl PoolOptions {
    /// Returns the default settings, which each method below states.
    pub fn new() -> Self {
        Self {
            max_connections: 10,
            min_idle: 0,
            acquire_timeout: Duration::from_secs(30),
            connect_timeout: Duration::from_secs(10),
            idle_timeout: Some(Duration::from_mins(10)),
            max_lifetime: Some(Duration::from_mins(30)),
            ping_after: Duration::from_secs(30),
            clean_up_timeout: Duration::from_secs(5),
            statement_cache_capacity: 100,
            statements: Statements::Named,
            after_connect: None,
        }
    }

    /// Sets the maximum number of open connections: 10 by default. 0 is treated as 1.
    ///
    /// The server's `max_connections` (100 by default) must allow this number for every process that has a pool.
    pub fn max_connections(mut self, connections: u32) -> Self {
        self.max_connections = connections.max(1);
        self
    }

    /// Sets the number of connections that are kept open while they are not in use: 0 by default.
    pub fn min_idle(mut self, connections: u32) -> Self {
        self.min_idle = connections;
        self
    }

    /// Sets how long a statement waits for a connection: 30 seconds by default. It then fails with [`Error::Pool`], up to a
    /// twentieth or a quarter of a second later, whichever is less.
    pub fn acquire_timeout(mut self, timeout: Duration) -> Self {
        self.acquire_timeout = timeout;
        self
    }

    /// Sets how long one attempt to connect may take: 10 seconds by default.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// Sets how long a connection may be idle before it is closed: 10 minutes by default. `None` keeps it.
    pub fn idle_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.idle_timeout = timeout.into();
        self
    }

    /// Sets the age at which a connection is closed, once it is not in use: 30 minutes by default. `None` keeps it.
    ///
    /// Each connection's limit is up to a tenth shorter, at random, so that they are not all opened again at once.
    pub fn max_lifetime(mut self, lifetime: impl Into<Option<Duration>>) -> Self {
        self.max_lifetime = lifetime.into();
        self
    }

    /// Sets how long a connection may be idle and still be used without a ping: 30 seconds by default.
    ///
    /// A ping takes a round trip. `Duration::ZERO` pings before every use. After a connection has been lost, the others
    /// are pinged before their next use, whatever this limit is.
    pub fn ping_after(mut self, idle: Duration) -> Self {
        self.ping_after = idle;
        self
    }

    /// Sets how long the clean-up of a returned connection may take: 5 seconds by default. It is closed after that.
    ///
    /// A connection must be cleaned up if a future was dropped before its statement or its transaction ended. A statement
    /// that still runs on the server delays the clean-up; the server's `statement_timeout` limits that.
    pub fn clean_up_timeout(mut self, timeout: Duration) -> Self {
        self.clean_up_timeout = timeout;
        self
    }

    /// Sets how many prepared statements each connection keeps: 100 by default. It has no effect on
    /// [`Statements::Unnamed`].
    pub fn statement_cache_capacity(mut self, statements: usize) -> Self {
        self.statement_cache_capacity = statements;
        self
    }

    /// Sets how statements are prepared: [`Statements::Named`] by default.
    pub fn statements(mut self, statements: Statements) -> Self {
        self.statements = statements;
        self
    }

    /// Sets a function that is called with each new connection, for example to set a search path. If it fails, the
    /// connection is closed, and the statement that needed it fails with the function's error.
    pub fn after_connect<F>(mut self, prepare: F) -> Self
    where
        F: for<'c> Fn(&'c mut PgConnection) -> BoxFuture<'c, SqlxResult<()>>
            + Send
            + Sync
            + 'static,
    {
        self.after_connect = Some(Arc::new(prepare));
        self
    }

    /// Opens a pool, and one connection to check the URL.
    ///
    /// # Errors
    /// [`Error::Pool`] if the URL is not valid or the server cannot be reached.
    pub async fn connect(self, url: &str) -> Result<Pool> {
        self.connect_with(parse(url)?).await
    }

    /// Opens a pool with sqlx's connection options, and one connection to check them.
    ///
    /// # Errors
    /// [`Error::Pool`] if the server cannot be reached.
    pub async fn connect_with(self, connect: PgConnectOptions) -> Result<Pool> {
        // The first connection may take longer than a statement waits for one.
        let limit = self.acquire_timeout.max(self.connect_timeout);
        let pool = self.connect_lazy_with(connect);
        pool.take_within(limit).await.map_err(Error::from)?;
        Ok(pool)
    }

    /// Returns a pool that opens its first connection when a statement needs it.
    ///
    /// # Errors
    /// [`Error::Pool`] if the URL is not valid.
    pub fn connect_lazy(self, url: &str) -> Result<Pool> {
        Ok(self.connect_lazy_with(parse(url)?))
    }

    /// Returns a pool with sqlx's connection options that opens its first connection when a statement needs it.
    pub fn connect_lazy_with(self, connect: PgConnectOptions) -> Pool {
        let capacity = match self.statements {
            Statements::Named => self.statement_cache_capacity,
            Statements::Unnamed => 0,
        };
        Pool::new(self, connect.statement_cache_capacity(capacity))
    }
}

/// Parses a URL. sqlx accepts any scheme.
fn parse(url: &str) -> Result<PgConnectOptions> {
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return url.parse().map_err(Error::Pool);
    }
    Err(Error::Pool(sqlx::Error::Configuration(
        "the URL must begin with `postgres://` or `postgresql://`".into(),
    )))
}

impl Default for PoolOptions {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for PoolOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PoolOptions")
            .field("max_connections", &self.max_connections)
            .field("min_idle", &self.min_idle)
            .field("acquire_timeout", &self.acquire_timeout)
            .field("connect_timeout", &self.connect_timeout)
            .field("idle_timeout", &self.idle_timeout)
            .field("max_lifetime", &self.max_lifetime)
            .field("ping_after", &self.ping_after)
            .field("clean_up_timeout", &self.clean_up_timeout)
            .field("statement_cache_capacity", &self.statement_cache_capacity)
            .field("statements", &self.statements)
            .finish_non_exhaustive()
    }
}
