//! Opens connections, and decides whether an idle one can be used.

use std::collections::HashSet;
use std::hash::{BuildHasher as _, RandomState};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Once, PoisonError};
use std::time::{Duration, Instant};

use deadpool::managed::{Metrics, RecycleError, RecycleResult};
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection as _, Error, Result};
use tokio::sync::Notify;
use tokio::time::timeout;

use super::connect::{Connector, Opened};
use super::options::{PoolOptions, Statements};
use super::slot::Slot;
use super::state::State;
use super::wait::Waits;

/// State shared by the pool and its connections.
pub(super) struct Shared {
    pub(super) options: PoolOptions,
    pub(super) closed: AtomicBool,
    /// Notified when a connection is closed.
    pub(super) detached: Notify,
    pub(super) counters: Counters,
    pub(super) waits: Arc<Waits>,
    /// When a connection was last lost. Connections that have been idle since before are pinged.
    lost: Mutex<Option<Instant>>,
}

/// Counters for [`PoolMetrics`](super::PoolMetrics).
#[derive(Debug, Default)]
pub(super) struct Counters {
    pub(super) acquired: AtomicU64,
    pub(super) waited: AtomicU64,
    pub(super) wait_nanoseconds: AtomicU64,
    pub(super) timeouts: AtomicU64,
    pub(super) opened: AtomicU64,
    pub(super) cleaned: AtomicU64,
    pub(super) discarded: AtomicU64,
}

impl Counters {
    pub(super) fn add(counter: &AtomicU64, count: u64) {
        counter.fetch_add(count, Ordering::Relaxed);
    }
}

impl Shared {
    pub(super) fn new(options: PoolOptions) -> Self {
        Self {
            options,
            closed: AtomicBool::new(false),
            detached: Notify::new(),
            counters: Counters::default(),
            waits: Arc::default(),
            lost: Mutex::default(),
        }
    }

    /// Returns true if statements are prepared under a name.
    pub(super) fn named(&self) -> bool {
        self.options.statements == Statements::Named
    }

    /// Records that a connection was lost, so that the others are checked.
    pub(super) fn lose_connection(&self) {
        *self.lost.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    fn lost_since(&self, instant: Instant) -> bool {
        let lost = *self.lost.lock().unwrap_or_else(PoisonError::into_inner);
        lost.is_some_and(|lost| lost >= instant)
    }
}

/// Opens and checks the connections of a pool.
pub(super) struct Manager {
    pub(super) connector: Arc<Connector>,
    pub(super) shared: Arc<Shared>,
    /// Starts the maintenance.
    pub(super) maintenance: Once,
}

impl Manager {
    pub(super) fn new(options: PoolOptions, connect: PgConnectOptions) -> Self {
        let connector = Connector::new(
            connect,
            options.connect_timeout,
            options.after_connect.clone(),
        );
        Self {
            connector: Arc::new(connector),
            shared: Arc::new(Shared::new(options)),
            maintenance: Once::new(),
        }
    }

    fn slot(&self, opened: Opened) -> Slot {
        Slot {
            connection: opened.connection,
            state: State::default(),
            shared: Arc::clone(&self.shared),
            expires: self
                .shared
                .options
                .max_lifetime
                .and_then(|lifetime| opened.at.checked_add(shorten(lifetime))),
            idle_since: opened.at,
            known: HashSet::new(),
        }
    }

    /// Checks a connection that was idle, with a ping if it was for long.
    async fn check(&self, slot: &mut Slot) -> Result<(), &'static str> {
        let options = &self.shared.options;
        let now = Instant::now();
        let idle = now.saturating_duration_since(slot.idle_since);
        if slot.expires.is_some_and(|expires| expires <= now) {
            return Err("it has reached its maximum lifetime");
        }
        if options.idle_timeout.is_some_and(|limit| idle >= limit) && options.min_idle == 0 {
            return Err("it was idle for too long");
        }
        if idle < options.ping_after && !self.shared.lost_since(slot.idle_since) {
            return Ok(());
        }
        // In a box, since it is rare and large, and deadpool keeps several copies of this future.
        let ping = Box::pin(timeout(options.connect_timeout, slot.connection.ping()));
        match ping.await {
            Ok(Ok(())) => Ok(()),
            _ => Err("it does not answer"),
        }
    }

    /// Opens a connection, or takes one that was opened in advance and may have been idle for long.
    async fn open(&self) -> Result<Box<Slot>> {
        loop {
            let mut slot = Box::new(self.slot(self.connector.connect().await?));
            if self.check(&mut slot).await.is_ok() {
                Counters::add(&self.shared.counters.opened, 1);
                return Ok(slot);
            }
        }
    }
}

impl deadpool::managed::Manager for Manager {
    // In a box: deadpool moves it several times for each use.
    type Type = Box<Slot>;
    type Error = Error;

    async fn create(&self) -> Result<Box<Slot>> {
        Box::pin(self.open()).await
    }

    async fn recycle(&self, slot: &mut Box<Slot>, _: &Metrics) -> RecycleResult<Error> {
        match self.check(slot).await {
            Ok(()) => Ok(()),
            Err(reason) => {
                Counters::add(&self.shared.counters.discarded, 1);
                Err(RecycleError::Message(reason.into()))
            }
        }
    }

    fn detach(&self, _: &mut Box<Slot>) {
        self.shared.detached.notify_waiters();
    }
}

/// Makes a lifetime up to a tenth shorter, at random.
fn shorten(lifetime: Duration) -> Duration {
    lifetime.mul_f64(1.0 - 0.1 * random())
}

/// Returns a random number from 0 to 1.
pub(super) fn random() -> f64 {
    // Each `RandomState` has other keys.
    let bits = RandomState::new().hash_one(0) >> 32;
    f64::from(u32::try_from(bits).unwrap_or(0)) / f64::from(u32::MAX)
}
