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
mod array;
mod boxed;
mod case;
mod cast;
mod composite;
mod conflict;
mod ddl;
mod delete;
mod derived;
mod distinct_on;
mod dynamic;
mod frame;
mod from;
mod function;
mod function_table;
mod grouping_set;
mod insert;
mod insert_from;
mod insert_many;
mod join;
mod json;
mod json_function;
mod json_path;
mod json_table;
mod length;
mod limited;
mod list;
mod lock;
mod logic;
mod merge;
mod modifiers;
mod names;
mod network;
mod number;
mod operator;
mod order;
mod page;
mod param;
mod parameters;
mod path;
mod pattern;
mod postgres_18;
mod quantified;
mod range;
mod raw;
mod recursive;
mod request;
mod returning;
mod row;
mod select;
mod server;
mod set_operation;
mod shape_change;
mod shape_condition;
mod shape_expression;
mod shape_insert;
mod shape_join;
mod shape_merge;
mod shape_select;
mod shape_set;
mod shape_with;
mod subquery;
mod text;
mod text_search;
mod time;
mod truncate;
mod update;
mod value;
mod values;
mod vector;
mod vector_function;
mod view;
mod window;
mod with;
