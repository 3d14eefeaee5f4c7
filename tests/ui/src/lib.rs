//! The package exists for the programs in `fail` and `guide`. It has the dependencies that a program using `schema-core`
//! has.

use schema_core::prelude::*;

/// The table of the UI test in `docs/testing.md`.
#[table(name = "patients")]
#[derive(Debug)]
pub struct Patient {
    /// The key.
    #[column(primary_key, identity)]
    pub id: i64,
    /// The address.
    #[column(unique)]
    pub email: String,
    /// The full name.
    pub name: String,
}
