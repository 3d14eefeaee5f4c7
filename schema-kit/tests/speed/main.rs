//! The time of each step for 100, 300 and 1,000 tables. The cost of a table must not grow with their number.
//!
//! `cargo test --release -p schema-kit --test speed -- --include-ignored --nocapture` prints the times, if `DATABASE_URL` is set.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "helpers of tests, which fail with a panic, and print the times"
)]

mod server;
mod steps;
mod tables;

use std::fs;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// The numbers of tables.
const SIZES: [usize; 3] = [100, 300, 1_000];

/// The shortest time of two runs on a processor.
fn best(mut run: impl FnMut()) -> Duration {
    let times = [0, 1].map(|_| {
        let start = now();
        run();
        now().saturating_sub(start)
    });
    times.into_iter().min().unwrap()
}

/// The time that this thread has had a processor, or else the time itself, which depends on what else the computer does.
fn now() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    let elapsed = || START.get_or_init(Instant::now).elapsed();
    let statistics = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = statistics
        .split(' ')
        .next()
        .and_then(|field| field.parse().ok());
    nanoseconds.map_or_else(elapsed, Duration::from_nanos)
}

/// Prints the times of a step, and asserts that a table among 1,000 costs less than four times as much as one among 100.
///
/// If the cost of a table were linear in their number, it would be ten times as much.
#[track_caller]
fn assert_linear(step: &str, times: [Duration; SIZES.len()]) {
    println!("{step}: {times:.1?}");
    let [few, _, many] = [0, 1, 2].map(|at| times[at] / u32::try_from(SIZES[at]).unwrap());
    // The time on a processor is counted in steps of some milliseconds.
    let limit = 4 * few + Duration::from_micros(50);
    assert!(
        many < limit,
        "{step}: {many:?} for each table instead of {few:?}"
    );
}
