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
mod aggregate;
mod all_null;
mod array;
mod bad_input;
mod boxed;
mod case;
mod cast;
mod changed_rows;
mod clinic;
mod company;
mod condition;
mod conditional;
mod conflict;
mod connection;
mod copy;
mod ddl;
mod delete;
mod derived;
mod dynamic;
mod errors;
mod exec;
mod fetch_map;
mod find;
mod fold;
mod from_function;
mod function;
mod function_bytes;
mod function_math;
mod function_more;
mod function_rows;
mod function_system;
mod function_text;
mod geometry;
mod group;
mod grouping_set;
mod insert;
mod insert_many;
mod join;
mod json;
mod json_function;
mod json_path;
mod json_table;
mod lateral;
mod lock;
mod network;
mod page;
mod param;
mod path;
mod pattern;
mod plan;
mod prepared;
mod quantified;
mod range;
mod recursive;
mod refused;
mod returning;
mod row;
mod select;
mod select_forms;
mod service;
mod set_if;
mod set_operation;
mod slow_reader;
mod subquery;
mod text_search;
mod time;
mod time_made;
mod trigram;
mod types;
mod update;
mod value;
mod vector;
mod view;
mod window;
mod with;
