//! `copy`: many rows into a table or out of a query, in the server's binary format.
//!
//! <https://www.postgresql.org/docs/current/sql-copy.html>
//!
//! ```no_run
//! use futures_util::TryStreamExt as _;
//! use schema_core::prelude::*;
//!
//! #[table(name = "patients")]
//! struct Patient {
//!     #[column(primary_key)]
//!     id: i64,
//!     name: String,
//! }
//!
//! # async fn run(pool: &sqlx::PgPool) -> schema_core::Result<()> {
//! let rows = (1..=1_000_000).map(|id| NewPatient { id, name: format!("patient {id}") });
//! let copied: u64 = Patient.copy_in(rows).execute(pool).await?;
//!
//! let mut connection = pool.acquire().await?;
//! let mut patients = Patient.select().copy_out(&mut connection).await?;
//! while let Some(patient) = patients.try_next().await? {
//!     assert!(!patient.name.is_empty());
//! }
//! # Ok(())
//! # }
//! ```

mod copy_in;
mod copy_out;

pub use copy_in::{CopyIn, CopyMethods, Items};
pub use copy_out::{CopiedBytes, CopiedRows, CopyFormat, CopyOutMethods};
