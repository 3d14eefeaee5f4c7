//! Waiting for a connection.
//!
//! A timer for each wait costs more than a statement: the runtime is woken to set an earlier alarm. So all waits share one
//! task, which wakes them from time to time to compare the clock.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::Poll;
use std::time::{Duration, Instant};

use tokio::sync::Notify;
use tokio::time::sleep;

/// A wait may end this much later than its limit, relative to the limit.
const LATE: u32 = 20;
const LONGEST_INTERVAL: Duration = Duration::from_millis(250);
const SHORTEST_INTERVAL: Duration = Duration::from_millis(1);

/// The waits of a pool.
#[derive(Default)]
pub(super) struct Waits {
    count: AtomicUsize,
    /// The task runs.
    ticking: AtomicBool,
    ticks: Notify,
}

impl Waits {
    /// Waits for a future, at most for about this long. Returns `None` after that.
    pub(super) async fn limit<F: Future>(
        self: &Arc<Self>,
        limit: Duration,
        mut future: Pin<&mut F>,
    ) -> Option<F::Output> {
        let began = Instant::now();
        let _counted = self.enter(limit);
        loop {
            let mut tick = pin!(self.ticks.notified());
            let ready = poll_fn(|context| match future.as_mut().poll(context) {
                Poll::Ready(output) => Poll::Ready(Some(output)),
                Poll::Pending => tick.as_mut().poll(context).map(|()| None),
            });
            let ready = ready.await;
            if ready.is_some() || began.elapsed() >= limit {
                return ready;
            }
        }
    }

    /// Counts a wait, and starts the task unless it runs.
    fn enter(self: &Arc<Self>, limit: Duration) -> Counted<'_> {
        self.count.fetch_add(1, Ordering::SeqCst);
        if !self.ticking.load(Ordering::SeqCst) && !self.ticking.swap(true, Ordering::SeqCst) {
            let interval = (limit / LATE).clamp(SHORTEST_INTERVAL, LONGEST_INTERVAL);
            tokio::spawn(tick(Arc::clone(self), interval));
        }
        Counted(self)
    }
}

struct Counted<'w>(&'w Waits);

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.count.fetch_sub(1, Ordering::SeqCst);
    }
}

/// The task runs. Dropping it, for example with its runtime, lets the next wait start another.
struct Ticking(Arc<Waits>);

impl Drop for Ticking {
    fn drop(&mut self) {
        self.0.ticking.store(false, Ordering::SeqCst);
    }
}

/// Wakes all waits from time to time, until there are none.
async fn tick(waits: Arc<Waits>, interval: Duration) {
    loop {
        let ticking = Ticking(Arc::clone(&waits));
        loop {
            sleep(interval).await;
            waits.ticks.notify_waiters();
            if waits.count.load(Ordering::SeqCst) == 0 {
                break;
            }
        }
        drop(ticking);
        // A wait may have begun before that, and relied on this task.
        if waits.count.load(Ordering::SeqCst) == 0 || waits.ticking.swap(true, Ordering::SeqCst) {
            return;
        }
    }
}
