//! An HTTP service for medical orders, on axum: `cargo run --bin clinic`. Its README shows requests to try.
//!
//! - `tables.rs` — the tables
//! - `patients.rs`, `orders/`, `diagnoses.rs` — the handlers and their statements
//! - `problem.rs` — errors as HTTP responses
//! - `app.rs` — the routes, and how the service runs and stops
//! - `database.rs` — opens the pool, creates and fills the tables
//! - `extract.rs`, `log.rs`, `example_data.rs` — requests, logs and data files, with little use of the library

pub mod app;
pub mod database;
mod diagnoses;
pub mod example_data;
mod extract;
pub mod log;
mod orders;
mod patients;
mod problem;
mod tables;
