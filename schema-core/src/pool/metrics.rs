//! Sizes, waits and counts of a pool.

use std::sync::atomic::Ordering;
use std::time::Duration;

use super::Pool;

/// The state of a pool at one moment, and its totals since it was opened. [`Pool::metrics`] returns it.
///
/// ```
/// # fn report(pool: &schema_core::Pool) {
/// let metrics = pool.metrics();
/// println!("{} of {} connections in use, {} waiting", metrics.in_use, metrics.max_size, metrics.waiting);
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PoolMetrics {
    /// The maximum number of connections; 0 after the pool was closed.
    pub max_size: usize,
    /// Open connections, and those that are being opened in advance.
    pub size: usize,
    /// Connections that nobody uses.
    pub idle: usize,
    /// Connections in use, or being cleaned up.
    pub in_use: usize,
    /// Statements and transactions that wait for a connection.
    pub waiting: usize,
    /// How often a connection was taken.
    pub acquired: u64,
    /// How often no connection was free at once.
    pub waited: u64,
    /// The sum of the times waited.
    pub wait_time: Duration,
    /// How often no connection was free in time.
    pub timeouts: u64,
    /// Connections opened.
    pub opened: u64,
    /// Connections that were returned in the middle of something, and cleaned up.
    pub cleaned: u64,
    /// Connections closed because they were lost, could not be cleaned up, or reached a limit.
    pub discarded: u64,
}

impl Pool {
    /// Returns the state of the pool and its totals.
    pub fn metrics(&self) -> PoolMetrics {
        let manager = self.managed.manager();
        let counters = &manager.shared.counters;
        let status = self.managed.status();
        let spare = manager.connector.spare();
        let get = |counter: &std::sync::atomic::AtomicU64| counter.load(Ordering::Relaxed);
        PoolMetrics {
            max_size: status.max_size,
            size: status.size + spare,
            idle: status.available + spare,
            in_use: status.size.saturating_sub(status.available),
            waiting: status.waiting,
            acquired: get(&counters.acquired),
            waited: get(&counters.waited),
            wait_time: Duration::from_nanos(get(&counters.wait_nanoseconds)),
            timeouts: get(&counters.timeouts),
            opened: get(&counters.opened),
            cleaned: get(&counters.cleaned),
            discarded: get(&counters.discarded),
        }
    }
}
