//! Reads the schema of a database, compares it with the tables of a program, and changes it.
//!
//! The model of a schema and the difference of two models are in [`schema_ddl`].

pub mod cli;
pub mod diagram;
pub mod introspect;
mod keep;
pub mod migrate;
pub mod normal;
pub mod partitions;
pub mod plan;
pub mod pull;
pub mod queries;
pub mod seed;

pub use cli::main;
pub use keep::keep;

#[cfg(doctest)]
#[doc = include_str!("../../docs/migrations.md")]
struct MigrationsPage;
