//! Closing connections that were idle for too long, and opening those that are kept idle.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use deadpool::managed::WeakPool;
use tokio::runtime::Handle;
use tokio::time::sleep;

use super::manager::{Counters, Manager};
use super::{Pool, connection};

/// Longest time between two rounds.
const LONGEST_INTERVAL: Duration = Duration::from_secs(15);
const SHORTEST_INTERVAL: Duration = Duration::from_millis(50);

impl Pool {
    /// Starts the task that maintains the pool, on the first use.
    pub(super) fn maintain(&self) {
        let manager = self.managed.manager();
        if manager.maintenance.is_completed() {
            return;
        }
        let Ok(runtime) = Handle::try_current() else {
            // Opening a connection reports it.
            return;
        };
        manager.maintenance.call_once(|| {
            let options = &manager.shared.options;
            let limits = [options.idle_timeout, options.max_lifetime];
            let shortest = limits
                .into_iter()
                .flatten()
                .min()
                .unwrap_or(LONGEST_INTERVAL);
            let interval = (shortest / 2).clamp(SHORTEST_INTERVAL, LONGEST_INTERVAL);
            self.keep_idle();
            runtime.spawn(maintain(self.managed.weak(), interval));
        });
    }

    /// Opens connections until the minimum is idle, but not more than the pool's size in all.
    fn keep_idle(&self) {
        let manager = self.managed.manager();
        let status = self.managed.status();
        let spare = manager.connector.spare();
        let min_idle = usize::try_from(manager.shared.options.min_idle).unwrap_or(usize::MAX);
        let missing = min_idle.saturating_sub(status.available + spare);
        let room = status.max_size.saturating_sub(status.size + spare);
        manager.connector.prepare(missing.min(room));
    }

    /// Closes the connections that have been idle for too long or are too old.
    fn close_idle(&self) {
        let shared = &self.managed.manager().shared;
        let options = &shared.options;
        let now = Instant::now();
        let min_idle = usize::try_from(options.min_idle).unwrap_or(usize::MAX);
        let mut too_many = self.managed.status().available.saturating_sub(min_idle);
        // From the one that has been idle for longest.
        let removed = self.managed.retain(|slot, _| {
            let idle = now.saturating_duration_since(slot.idle_since);
            let unused = too_many > 0 && options.idle_timeout.is_some_and(|limit| idle >= limit);
            let old = slot.expires.is_some_and(|expires| expires <= now);
            too_many -= usize::from(unused);
            !(unused || old)
        });
        for slot in removed.removed {
            Counters::add(&shared.counters.discarded, 1);
            connection::close(*slot);
        }
    }
}

/// Runs until the pool is closed or dropped.
async fn maintain(pool: WeakPool<Manager>, interval: Duration) {
    loop {
        sleep(interval).await;
        let Some(managed) = pool.upgrade() else {
            return;
        };
        let pool = Pool { managed };
        if pool.managed.manager().shared.closed.load(Ordering::Acquire) {
            return;
        }
        pool.close_idle();
        pool.keep_idle();
    }
}
