//! PostgreSQL from Rust: a struct is a table, a query is typed, its SQL is a constant of the program.

pub mod ddl;
pub mod exec;
pub mod sql;
pub mod table;
pub mod types;
