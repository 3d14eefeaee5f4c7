//! Migrations on a server. See `schema_tests::db` for which one.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests, which fail with a panic"
)]

mod apply;
mod baseline;
mod fixture;
mod interrupted;
mod killed;
mod locks;
mod rollback;
mod squash;
mod with_sqlx;
