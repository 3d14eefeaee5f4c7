//! The clinic.

mod orders;
mod program;
mod tables;

pub use program::run;

/// Returns the tables.
pub fn tables() -> schema_core::prelude::Schema {
    tables::TABLES
}
