//! The time limits of a run.

use std::time::Duration;

#[derive(Debug, Clone, Copy)]
pub(super) struct Settings {
    pub(super) lock_timeout: Duration,
    pub(super) attempts: u32,
    pub(super) first_delay: Duration,
    pub(super) longest_delay: Duration,
    pub(super) wait: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lock_timeout: Duration::from_secs(3),
            attempts: 10,
            first_delay: Duration::from_millis(500),
            longest_delay: Duration::from_secs(10),
            wait: Duration::from_mins(15),
        }
    }
}

impl Settings {
    /// The delay after this number of failed attempts.
    pub(super) fn delay(&self, failed: u32) -> Duration {
        let factor = 1_u32
            .checked_shl(failed.saturating_sub(1))
            .unwrap_or(u32::MAX);
        let delay = self
            .first_delay
            .saturating_mul(factor)
            .min(self.longest_delay);
        jitter(delay)
    }

    /// The lock timeout as Postgres reads it.
    pub(super) fn lock_timeout(&self) -> String {
        format!("{}ms", self.lock_timeout.as_millis())
    }
}

/// Between a half and all of a delay, so that two runs do not meet again.
pub(super) fn jitter(delay: Duration) -> Duration {
    delay.mul_f64(0.5 + fastrand::f64() / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_double_up_to_the_longest() {
        let settings = Settings::default();
        let within = |failed: u32, longest: u64| {
            let delay = settings.delay(failed);
            delay <= Duration::from_millis(longest) && delay >= Duration::from_millis(longest / 2)
        };
        assert!(
            within(1, 500)
                && within(2, 1000)
                && within(5, 8000)
                && within(6, 10_000)
                && within(99, 10_000)
        );
    }
}
