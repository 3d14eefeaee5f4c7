//! A connection pool for production, and transactions.
//!
//! ```
//! # use schema_core::prelude::*;
//! # #[table(name = "patients")]
//! # struct Patient { #[column(primary_key)] id: i64, name: String }
//! use schema_core::Pool;
//!
//! # async fn run() -> schema_core::Result<()> {
//! let pool = Pool::connect("postgres://localhost/clinic").await?;
//! let patient = Patient.find(7).fetch_one(&pool).await?;
//! # Ok(())
//! # }
//! ```
//!
//! `&Pool` runs statements, ours and sqlx's. Compared with sqlx's pool:
//!
//! - Taking and returning a connection costs no round trip.
//! - Any future can be dropped at any await: nothing stays open, and no later statement is affected.
//! - A statement whose table was altered is prepared again.
//! - A failed transaction cannot be committed by mistake, and transactions can be retried.
//!
//! The parts:
//!
//! - [`Pool`], [`PoolOptions`], [`PoolMetrics`]
//! - [`PoolConnection`]: one connection, for statements that need the same session
//! - [`Transaction`], [`TransactionOptions`], [`Pool::transaction`]: transactions, and functions that are retried
//! - [`roll_back_on_release`]: for programs that keep sqlx's pool
//!
//! # With a pooler
//!
//! | pooler | setting |
//! |---|---|
//! | none, or `PgBouncer` in session mode | [`Statements::Named`], the default |
//! | `PgBouncer` 1.24 or later, transaction mode | [`Statements::Named`] |
//! | `PgBouncer` 1.21 to 1.23, transaction mode | [`Statements::Named`], if its `max_prepared_statements` is set, for example to 200; it is 0 by default |
//! | `PgBouncer` before 1.21, transaction mode | [`Statements::Unnamed`] |
//! | `PgBouncer` in statement mode | not supported: it has no transactions |
//!
//! [`Statements::Unnamed`] also works with the later versions. It is tested with 1.18. The versions are those of
//! [`PgBouncer`'s changelog](https://www.pgbouncer.org/changelog.html).
//!
//! In transaction mode, each transaction may run on another server connection:
//!
//! - `set`, temporary tables, session locks and `listen` do not last, also not those of
//!   [`after_connect`](PoolOptions::after_connect). Use `set local` in a transaction, and `alter role … set search_path`.
//! - `PgBouncer` rejects startup parameters that it does not know, and sqlx sends `extra_float_digits`. Set
//!   `ignore_startup_parameters = extra_float_digits` there, or call `extra_float_digits(None)` on sqlx's options. If the
//!   URL has `options`, add that to the list too (in 1.20.0 this does not work). They are then ignored: a search path in
//!   them has no effect.
//! - With [`Statements::Named`], a statement whose table was altered fails ("cached plan must not change result type")
//!   until `reconnect` is run on `PgBouncer`'s console, because `PgBouncer` keeps the statement.
//! - With [`Statements::Unnamed`], a statement runs in a transaction of its own. Send those that cannot, such as `vacuum`,
//!   as a text: `pool.execute("vacuum")`. A stream that is dropped before its end undoes what its statement wrote.

mod connect;
mod connection;
mod executor;
mod maintain;
mod manager;
mod metrics;
mod options;
mod run;
mod slot;
mod sqlx_pool;
mod state;
mod statement;
mod transaction;
mod wait;

use std::fmt;
use std::future::Future as _;
use std::pin::pin;
use std::sync::atomic::Ordering;
use std::task::Poll;
use std::time::{Duration, Instant};

use deadpool::managed::{self, PoolConfig, PoolError, QueueMode};
use sqlx::Connection as _;
use sqlx::postgres::PgConnectOptions;
use tokio::time::timeout;

use self::manager::{Counters, Manager};
use crate::error::{Error, Result};

pub use self::connection::{PoolConnection, RawConnection};
pub use self::metrics::PoolMetrics;
pub use self::options::{PoolOptions, Statements};
pub use self::sqlx_pool::roll_back_on_release;
pub use self::transaction::{Isolation, Transaction, TransactionOptions};

/// A pool of connections. Cloning it is cheap, and the clones share the connections.
///
/// `&pool` runs statements, and [`begin`](Self::begin) begins a transaction. Waiting statements are served in the order in
/// which they came.
#[derive(Clone)]
pub struct Pool {
    managed: managed::Pool<Manager>,
}

impl Pool {
    /// Opens a pool with the default [`PoolOptions`], and one connection to check the URL.
    ///
    /// # Errors
    /// [`Error::Pool`] if the URL is not valid or the server cannot be reached.
    pub async fn connect(url: &str) -> Result<Self> {
        PoolOptions::new().connect(url).await
    }

    pub(crate) fn new(options: PoolOptions, connect: PgConnectOptions) -> Self {
        let config = PoolConfig {
            max_size: usize::try_from(options.max_connections).unwrap_or(usize::MAX),
            // The last one used has the most in its caches, and those that are not needed become idle.
            queue_mode: QueueMode::Lifo,
            ..PoolConfig::default()
        };
        let built = managed::Pool::builder(Manager::new(options, connect))
            .config(config)
            .build();
        match built {
            Ok(managed) => Self { managed },
            // `build` fails only if a timeout is set without a runtime, and none is set.
            Err(managed::BuildError::NoRuntimeSpecified) => unreachable!("BUG: no timeout is set"),
        }
    }

    /// Takes a connection, for statements that must run on the same session.
    ///
    /// # Errors
    /// [`Error::Pool`] if the pool is closed, no connection is free in time, or none can be opened.
    pub async fn acquire(&self) -> Result<PoolConnection> {
        self.take().await.map_err(Error::from)
    }

    /// Begins a transaction.
    ///
    /// # Errors
    /// Those of [`acquire`](Self::acquire), or an error of the server.
    pub async fn begin(&self) -> Result<Transaction<'static>> {
        self.begin_with(&TransactionOptions::new()).await
    }

    /// Begins a transaction with options.
    ///
    /// # Errors
    /// Those of [`acquire`](Self::acquire), or an error of the server.
    pub async fn begin_with(&self, options: &TransactionOptions) -> Result<Transaction<'static>> {
        let mut connection = self.acquire().await?;
        let slot = connection.slot().map_err(Error::from)?;
        slot.begin(options.to_sql()).await.map_err(Error::from)?;
        slot.keep();
        Ok(Transaction::owned(connection))
    }

    /// Closes the pool: waits for the connections in use, at most for `limit`, and closes each one. Statements that wait
    /// for a connection, and later ones, fail with [`Error::Pool`].
    ///
    /// Returns the number of connections that are still in use. They are closed when they are returned.
    pub async fn close(&self, limit: Duration) -> usize {
        let manager = self.managed.manager();
        let shared = &manager.shared;
        shared.closed.store(true, Ordering::Release);
        let idle = self.managed.retain(|_, _| false).removed;
        self.managed.close();
        let idle = idle.into_iter().map(|slot| slot.connection);
        let spare = manager.connector.take_spare().into_iter();
        let unused: Vec<_> = idle.chain(spare.map(|spare| spare.connection)).collect();
        let all_returned = async {
            for connection in unused {
                // The server closes its side even if this fails.
                drop(connection.close().await);
            }
            loop {
                let returned = shared.detached.notified();
                if self.managed.status().size == 0 {
                    break;
                }
                returned.await;
            }
        };
        // If the limit passes, the result below says so.
        drop(timeout(limit, all_returned).await);
        self.managed.status().size
    }

    /// Returns true if [`close`](Self::close) was called.
    pub fn is_closed(&self) -> bool {
        self.managed.is_closed()
    }

    /// Takes a connection.
    async fn take(&self) -> sqlx::Result<PoolConnection> {
        self.take_within(self.managed.manager().shared.options.acquire_timeout)
            .await
    }

    /// Takes a connection, or fails after a time.
    async fn take_within(&self, limit: Duration) -> sqlx::Result<PoolConnection> {
        let shared = &self.managed.manager().shared;
        let counters = &shared.counters;
        self.maintain();
        let mut get = pin!(self.managed.get());
        // Nearly always there is one at once, and no timer is needed.
        let first = std::future::poll_fn(|context| Poll::Ready(get.as_mut().poll(context))).await;
        let result = match first {
            Poll::Ready(result) => result,
            Poll::Pending => {
                let began = Instant::now();
                let result = shared.waits.limit(limit, get).await;
                let waited = u64::try_from(began.elapsed().as_nanos()).unwrap_or(u64::MAX);
                Counters::add(&counters.waited, 1);
                Counters::add(&counters.wait_nanoseconds, waited);
                result.unwrap_or_else(|| {
                    Counters::add(&counters.timeouts, 1);
                    Err(PoolError::Backend(sqlx::Error::PoolTimedOut))
                })
            }
        };
        match result {
            Ok(object) => {
                Counters::add(&counters.acquired, 1);
                Ok(PoolConnection::new(object))
            }
            Err(PoolError::Backend(error)) => Err(error),
            // The other kinds concern timeouts and hooks of deadpool, which are not used.
            Err(_) => Err(sqlx::Error::PoolClosed),
        }
    }

    /// Returns true if statements are prepared under a name.
    fn is_named(&self) -> bool {
        self.managed.manager().shared.named()
    }
}

impl fmt::Debug for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pool")
            .field("options", &self.managed.manager().shared.options)
            .field("metrics", &self.metrics())
            .finish()
    }
}
