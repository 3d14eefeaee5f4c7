//! `explain`: how the server runs a statement, as text or as a [`Plan`].
//!
//! <https://www.postgresql.org/docs/current/sql-explain.html>
//!
//! A test that fails if a query cannot use its index:
//!
//! ```no_run
//! # use schema_core::prelude::*;
//! #[table(name = "patients")]
//! struct Patient {
//!     #[column(primary_key)]
//!     id: i64,
//!     #[column(unique)]
//!     email: String,
//! }
//!
//! # async fn run(pool: &sqlx::PgPool) -> schema_core::Result<()> {
//! let by_email = Patient.select().filter(Patient.email.eq("ana@example.org"));
//! let plan = by_email.explain().plan_with_indexes(pool).await?;
//! plan.assert_no_seq_scan_of(Patient);
//! plan.assert_uses_index("patients_email_key");
//! # Ok(())
//! # }
//! ```

#[cfg(feature = "json")]
mod assert;
mod explain;
#[cfg(feature = "json")]
mod node;
#[cfg(feature = "json")]
mod parse;

pub use explain::{Analyze, Explain, ExplainMethods};
#[cfg(feature = "json")]
pub use node::{NodeKind, Plan, PlanNode};
