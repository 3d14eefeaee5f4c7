//! Behaviour on a real server: the embedded Postgres 17, or the one in `DATABASE_URL`.
#![allow(missing_docs, reason = "tests")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that fails panics, and so do its helpers"
)]
#![allow(
    clippy::needless_raw_string_hashes,
    reason = "`expect_test` writes them"
)]
#![allow(dead_code, reason = "the fields of a row that a test does not look at")]

/// Creates the listed tables, and what they need, in the test's namespace.
macro_rules! create {
    ($db:expr, $($table:ty),* $(,)?) => {
        schema_core::schema![$($table),*]
            .create()
            .unwrap()
            .execute($db.pool())
            .await
            .unwrap()
    };
}

mod bad_input;
mod company;
mod condition;
mod crud;
mod ddl;
mod dynamic;
mod errors;
mod exec;
mod join;
mod json;
mod select;
mod types;
mod vector;
