//! Tests of the service over HTTP, on a free port and a Postgres schema for each test.
//!
//! They use the Postgres server in `DATABASE_URL`, or an embedded one for each test.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests, which fail with a panic"
)]

mod clinic;
mod diagnoses;
mod errors;
mod logs;
mod orders;
mod patients;
mod readme;
mod shutdown;
