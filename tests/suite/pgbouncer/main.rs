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
//! whose pool is ours and not sqlx's. Files of `pg` that are about sqlx's pool and its connections are left out:
//! `connection.rs`, `copy.rs`, `exec.rs`, `plan.rs`, `prepared.rs` and `slow_reader.rs`.
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
    "../pg/aggregate.rs" aggregate;
    "../pg/array.rs" array;
    "../pg/bad_input/mod.rs" bad_input;
    "../pg/boxed.rs" boxed;
    "../pg/case.rs" case;
    "../pg/cast.rs" cast;
    "../pg/changed_rows/mod.rs" changed_rows;
    "../pg/clinic.rs" clinic;
    "../pg/company.rs" company;
    "../pg/condition.rs" condition;
    "../pg/conditional.rs" conditional;
    "../pg/conflict.rs" conflict;
    "../pg/ddl/mod.rs" ddl;
    "../pg/delete.rs" delete;
    "../pg/derived.rs" derived;
    "../pg/dynamic.rs" dynamic;
    "../pg/fetch_map.rs" fetch_map;
    "../pg/find.rs" find;
    "../pg/fold.rs" fold;
    "../pg/from_function.rs" from_function;
    "../pg/function.rs" function;
    "../pg/function_bytes.rs" function_bytes;
    "../pg/function_math.rs" function_math;
    "../pg/function_more.rs" function_more;
    "../pg/function_rows.rs" function_rows;
    "../pg/function_system.rs" function_system;
    "../pg/function_text.rs" function_text;
    "../pg/geometry.rs" geometry;
    "../pg/group.rs" group;
    "../pg/grouping_set.rs" grouping_set;
    "../pg/insert.rs" insert;
    "../pg/insert_many.rs" insert_many;
    "../pg/join.rs" join;
    "../pg/json.rs" json;
    "../pg/json_function.rs" json_function;
    "../pg/json_path.rs" json_path;
    "../pg/json_table.rs" json_table;
    "../pg/lateral.rs" lateral;
    "../pg/lock.rs" lock;
    "../pg/network.rs" network;
    "../pg/page.rs" page;
    "../pg/param.rs" param;
    "../pg/path.rs" path;
    "../pg/pattern.rs" pattern;
    "../pg/quantified.rs" quantified;
    "../pg/range.rs" range;
    "../pg/recursive.rs" recursive;
    "../pg/returning.rs" returning;
    "../pg/row.rs" row;
    "../pg/select.rs" select;
    "../pg/select_forms.rs" select_forms;
    "../pg/set_if.rs" set_if;
    "../pg/set_operation.rs" set_operation;
    "../pg/subquery.rs" subquery;
    "../pg/text_search.rs" text_search;
    "../pg/time.rs" time;
    "../pg/time_made.rs" time_made;
    "../pg/trigram.rs" trigram;
    "../pg/types/mod.rs" types;
    "../pg/update.rs" update;
    "../pg/value.rs" value;
    "../pg/vector.rs" vector;
    "../pg/view.rs" view;
    "../pg/window.rs" window;
    "../pg/with.rs" with;
    "../pool/retry.rs" retry;
    "../pool/support.rs" pool_support;
    "../pool/transaction.rs" transaction;
}
