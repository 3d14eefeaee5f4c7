//! Behaviour on a real server: the embedded Postgres 17 or the one in `DATABASE_URL`.
#![allow(missing_docs, reason = "tests")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "tests and their helpers fail by panicking"
)]
#![allow(
    clippy::needless_raw_string_hashes,
    reason = "`expect_test` writes them"
)]
#![allow(dead_code, reason = "tests do not read every field of a row")]

/// Creates the listed tables and their enums in the test's namespace.
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

mod absent_filter;
mod all_null;
mod bad_input;
mod boxed;
mod clinic;
mod company;
mod condition;
mod conditional;
mod conflict;
mod connection;
mod ddl;
mod delete;
mod derived;
mod dynamic;
mod errors;
mod exec;
mod find;
mod fold;
mod from_function;
mod function;
mod function_math;
mod function_text;
mod group;
mod insert;
mod insert_many;
mod join;
mod json;
mod lateral;
mod param;
mod refused;
mod returning;
mod select;
mod service;
mod set_if;
mod subquery;
mod types;
mod update;
mod vector;
mod with;
