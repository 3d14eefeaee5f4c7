//! The connection pool and its transactions, on a real server.
//!
//! Nearly all of these tests need several connections: they run with `DATABASE_URL` set and `--include-ignored`.
#![allow(missing_docs, reason = "tests")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "tests and their helpers fail by panicking"
)]

mod cancel;
mod cleanup;
mod configuration;
mod load;
mod recover;
mod retry;
mod sqlx_pool;
mod statements;
mod steps;
mod support;
mod transaction;
