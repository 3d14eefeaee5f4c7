//! The SQL text of each statement, clause and operator.
//!
//! [`cases!`](texts) makes a test of each function, which holds the texts against what is expected, and puts it on
//! the list that [`server`] goes through: a text here that Postgres refuses is a test that fails.
#![allow(missing_docs, clippy::unwrap_used, reason = "tests")]

#[macro_use]
mod texts;
mod tables;

mod aggregate;
mod conflict;
mod ddl;
mod delete;
mod dynamic;
mod function;
mod insert;
mod insert_many;
mod join;
mod json;
mod length;
mod list;
mod logic;
mod operator;
mod order;
mod raw;
mod returning;
mod select;
mod server;
mod update;
mod vector;
