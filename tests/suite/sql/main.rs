//! The SQL text of each statement, clause and operator.
//!
//! [`cases!`](texts) turns each function into a test that compares the texts with the expected ones. It also adds the
//! function to the list that [`server`] runs, so a text that Postgres rejects fails a test.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests")]
#![allow(dead_code, reason = "no row is read")]

#[macro_use]
mod texts;
mod tables;

mod aggregate;
mod arithmetic;
mod conflict;
mod ddl;
mod delete;
mod derived;
mod dynamic;
mod function;
mod insert;
mod insert_many;
mod join;
mod json;
mod length;
mod list;
mod logic;
mod names;
mod operator;
mod order;
mod param;
mod raw;
mod returning;
mod select;
mod server;
mod subquery;
mod update;
mod vector;
mod window;
mod with;
