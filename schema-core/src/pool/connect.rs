//! Opening connections.
//!
//! Each attempt is a task of its own, which nobody can cancel. If its caller stops waiting, the new connection is kept for
//! the next one. So a short timeout under load does not throw away connections that are almost open.

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, PgConnection, Result};
use tokio::runtime::Handle;
use tokio::sync::Notify;
use tokio::time::{sleep, timeout};

use super::options::AfterConnect;
use crate::error::NotConnected;

/// Pause before the first retry of an attempt, doubled for each further one.
const FIRST_PAUSE: Duration = Duration::from_millis(10);
const LONGEST_PAUSE: Duration = Duration::from_millis(500);

/// Opens connections for a pool.
pub(super) struct Connector {
    pub(super) options: PgConnectOptions,
    pub(super) limit: Duration,
    pub(super) after_connect: Option<AfterConnect>,
    attempts: Mutex<Attempts>,
    finished: Notify,
}

#[derive(Default)]
struct Attempts {
    /// Callers of `connect`.
    waiting: usize,
    /// Attempts under way.
    running: usize,
    /// Results that no caller has taken yet. An error is kept only if someone waits for it.
    done: VecDeque<Result<Opened>>,
}

/// A new connection.
pub(super) struct Opened {
    pub(super) connection: PgConnection,
    pub(super) at: Instant,
}

impl Connector {
    pub(super) fn new(
        options: PgConnectOptions,
        limit: Duration,
        after_connect: Option<AfterConnect>,
    ) -> Self {
        Self {
            options,
            limit,
            after_connect,
            attempts: Mutex::default(),
            finished: Notify::new(),
        }
    }

    /// Returns a new connection: one that an earlier caller no longer waits for, or the result of a new attempt.
    pub(super) async fn connect(self: &Arc<Self>) -> Result<Opened> {
        if Handle::try_current().is_err() {
            return Err(sqlx::Error::Configuration(
                "a pool needs a Tokio runtime".into(),
            ));
        }
        let _waiting = self.wait();
        loop {
            // Registered before the look at the queue, so that no result is missed.
            let finished = self.finished.notified();
            if let Some(result) = self.attempts(|attempts| attempts.done.pop_front()) {
                return result;
            }
            finished.await;
        }
    }

    /// Opens connections in advance, for later callers.
    pub(super) fn prepare(self: &Arc<Self>, connections: usize) {
        for _ in 0..connections {
            self.attempts(|attempts| attempts.running += 1);
            self.start();
        }
    }

    /// Returns the number of connections that are open or about to be, and belong to nobody.
    pub(super) fn spare(&self) -> usize {
        self.attempts(|attempts| {
            (attempts.running + attempts.done.len()).saturating_sub(attempts.waiting)
        })
    }

    /// Removes the connections that belong to nobody.
    pub(super) fn take_spare(&self) -> Vec<Opened> {
        self.attempts(|attempts| attempts.done.drain(..).filter_map(Result::ok).collect())
    }

    /// Counts the caller, and starts an attempt unless there is one for every caller.
    fn wait(self: &Arc<Self>) -> Waiting {
        let start = self.attempts(|attempts| {
            attempts.waiting += 1;
            let start = attempts.running + attempts.done.len() < attempts.waiting;
            attempts.running += usize::from(start);
            start
        });
        if start {
            self.start();
        }
        Waiting(Arc::clone(self))
    }

    fn start(self: &Arc<Self>) {
        let connector = Arc::clone(self);
        tokio::spawn(async move {
            // The guard counts the attempt as finished even if a hook panics.
            let mut attempt = Attempt(connector, None);
            attempt.1 = Some(attempt.0.open().await);
        });
    }

    async fn open(&self) -> Result<Opened> {
        let mut refusal = None;
        timeout(self.limit, self.open_with_retries(&mut refusal))
            .await
            .unwrap_or_else(|_| Err(refusal.unwrap_or_else(|| timed_out(self.limit))))
    }

    /// Connects, and tries again while the server is starting or has no free connection.
    async fn open_with_retries(&self, refusal: &mut Option<sqlx::Error>) -> Result<Opened> {
        let mut pause = FIRST_PAUSE;
        loop {
            match self.options.connect().await {
                Ok(connection) => return self.set_up(connection).await,
                Err(error) if is_temporary(&error) => *refusal = Some(error),
                Err(error) => return Err(not_connected(error)),
            }
            sleep(pause).await;
            pause = LONGEST_PAUSE.min(pause * 2);
        }
    }

    async fn set_up(&self, mut connection: PgConnection) -> Result<Opened> {
        if let Some(prepare) = &self.after_connect
            && let Err(error) = prepare(&mut connection).await
        {
            // The hook's error matters, not whether the connection could be closed.
            drop(connection.close().await);
            return Err(error);
        }
        Ok(Opened {
            connection,
            at: Instant::now(),
        })
    }

    fn attempts<T>(&self, act: impl FnOnce(&mut Attempts) -> T) -> T {
        act(&mut self.attempts.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A caller that waits. Dropping it leaves its attempt to the next caller.
struct Waiting(Arc<Connector>);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.attempts(|attempts| {
            attempts.waiting -= 1;
            if attempts.waiting == 0 {
                attempts.done.retain(Result::is_ok);
            }
        });
    }
}

/// An attempt under way, and its result.
struct Attempt(Arc<Connector>, Option<Result<Opened>>);

impl Drop for Attempt {
    fn drop(&mut self) {
        let result = self.1.take().unwrap_or(Err(sqlx::Error::WorkerCrashed));
        self.0.attempts(|attempts| {
            attempts.running -= 1;
            if attempts.waiting > 0 || result.is_ok() {
                attempts.done.push_back(result);
            }
        });
        self.0.finished.notify_one();
    }
}

fn timed_out(limit: Duration) -> sqlx::Error {
    let message = format!("the server did not accept a connection within {limit:?}");
    not_connected(sqlx::Error::Io(io::Error::new(
        io::ErrorKind::TimedOut,
        message,
    )))
}

/// Marks a failure of the network, which would otherwise be the same as the loss of a connection during a statement.
fn not_connected(error: sqlx::Error) -> sqlx::Error {
    match error {
        sqlx::Error::Io(error) => {
            sqlx::Error::Io(io::Error::new(error.kind(), NotConnected(error)))
        }
        error => error,
    }
}

/// Returns true if another attempt may succeed soon: the server is starting (57P03) or has too many connections (53300).
fn is_temporary(error: &sqlx::Error) -> bool {
    error
        .as_database_error()
        .and_then(sqlx::error::DatabaseError::code)
        .is_some_and(|code| matches!(&*code, "57P03" | "53300"))
}
