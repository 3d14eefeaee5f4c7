//! PostgreSQL from Rust: a struct is a table, a query is typed, its SQL is a constant of the program.

#[doc(hidden)]
pub mod __private;
mod alias;
pub mod ddl;
pub mod default;
pub mod error;
pub mod exec;
pub mod expr;
pub mod prelude;
pub mod query;
pub mod sql;
pub mod table;
pub mod types;

pub use error::{Error, Result};
pub use schema_macros::{Insertable, PgEnum, PgNewtype, Selectable, sql, table};
