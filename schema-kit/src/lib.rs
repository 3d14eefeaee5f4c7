//! Reads the schema of a database, compares it with the tables of a program, and changes it.
//!
//! The model of a schema and the difference of two models are in [`schema_ddl`].

pub mod introspect;
pub mod migrate;
pub mod normal;
pub mod pull;
pub mod tables;
