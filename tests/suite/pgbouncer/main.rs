//! The suites of reading and writing, and of transactions, through our pool behind `PgBouncer` in transaction mode.
//!
//! Plain `cargo test` does not run it. `.ci/pgbouncer` starts `PgBouncer`:
//!
//! ```sh
//! eval "$(.ci/native-postgres start)" && eval "$(.ci/pgbouncer start)"
//! cargo test --test pgbouncer -- --include-ignored
//! ```
//!
//! The files of the suites `pg` and `pool` are compiled again. What they call `schema_tests::db` is here the module `db`,
//! whose pool is ours and not sqlx's. `connection.rs` and `exec.rs` of `pg` are left out: they are about sqlx's pool.
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
#![allow(
    clippy::useless_conversion,
    reason = "our pool has the library's errors, where sqlx's has its own"
)]
#![allow(dead_code, reason = "tests do not read every field of a row")]

extern crate self as schema_tests;

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

pub mod db;
mod errors;
mod named;
mod stress;
mod support;
mod test_pool;

/// Declares modules whose files belong to another suite.
macro_rules! modules {
    ($($path:literal $name:ident;)*) => {$(
        #[path = $path]
        mod $name;
    )*};
}

modules! {
    "../pg/absent_filter.rs" absent_filter;
    "../pg/bad_input/mod.rs" bad_input;
    "../pg/boxed.rs" boxed;
    "../pg/clinic.rs" clinic;
    "../pg/company.rs" company;
    "../pg/condition.rs" condition;
    "../pg/conditional.rs" conditional;
    "../pg/conflict.rs" conflict;
    "../pg/ddl/mod.rs" ddl;
    "../pg/delete.rs" delete;
    "../pg/derived.rs" derived;
    "../pg/dynamic.rs" dynamic;
    "../pg/find.rs" find;
    "../pg/fold.rs" fold;
    "../pg/from_function.rs" from_function;
    "../pg/function.rs" function;
    "../pg/function_math.rs" function_math;
    "../pg/function_text.rs" function_text;
    "../pg/group.rs" group;
    "../pg/insert.rs" insert;
    "../pg/insert_many.rs" insert_many;
    "../pg/join.rs" join;
    "../pg/json.rs" json;
    "../pg/lateral.rs" lateral;
    "../pg/param.rs" param;
    "../pg/returning.rs" returning;
    "../pg/select.rs" select;
    "../pg/set_if.rs" set_if;
    "../pg/subquery.rs" subquery;
    "../pg/types/mod.rs" types;
    "../pg/update.rs" update;
    "../pg/vector.rs" vector;
    "../pg/with.rs" with;
    "../pool/retry.rs" retry;
    "../pool/support.rs" pool_support;
    "../pool/transaction.rs" transaction;
}
