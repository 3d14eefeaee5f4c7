//! PostgreSQL from Rust: a struct is a table, a query is typed, its SQL is a constant of the program.
//!
//! [`#[table]`](macro@table) makes a constant of a struct's name, with a typed field for each column. Queries start there:
//!
//! ```
//! use schema_core::prelude::*;
//!
//! #[table(name = "patients")]
//! #[derive(Debug)]
//! pub struct Patient {
//!     #[column(primary_key, identity)]
//!     pub id: i64,
//!     #[column(unique)]
//!     pub email: String,
//!     pub age: Option<i32>,
//! }
//!
//! let adults = Patient
//!     .select()
//!     .filter(Patient.age.ge(18).and(Patient.email.ilike("%@example.org")))
//!     .order_by(Patient.age.desc())
//!     .limit(10);
//! assert_eq!(
//!     adults.to_sql(),
//!     r#"select "patients"."id", "patients"."email", "patients"."age" from "patients" where "patients"."age" >= $1 and "patients"."email" ilike $2 order by "patients"."age" desc limit $3"#
//! );
//! ```
//!
//! It runs on whatever is an `sqlx::PgExecutor`, and gives rows of the struct's type:
//!
//! ```no_run
//! # use schema_core::prelude::*;
//! # #[table(name = "patients")]
//! # pub struct Patient {
//! #     #[column(primary_key, identity)]
//! #     pub id: i64,
//! #     pub age: Option<i32>,
//! # }
//! # async fn run(pool: &sqlx::PgPool) -> schema_core::Result<()> {
//! let adults: Vec<Patient> = Patient.select().filter(Patient.age.ge(18)).fetch_all(pool).await?;
//! # Ok(())
//! # }
//! ```
//!
//! - [`query`] — statements: `select` with joins, `insert`, `update`, `delete`
//! - [`expr`] — expressions: comparison, logic, text, JSON, vectors, aggregates
//! - [`types`] — which Rust type is stored in which Postgres type
//! - [`ddl`] — SQL that creates the tables
//! - [`exec`] and [`error`](mod@error) — running statements, and what can go wrong
//! - [`table`](mod@table) — what a table is, as constants
//! - [`sql`](mod@sql) — how the text is made

#[macro_use]
mod another_file;

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
// Also here, since the compiler writes the shortest path in messages.
pub use table::Column;
pub use types::{HalfVector, SparseVector, Vector};

pub use schema_macros::{Insertable, PgEnum, PgNewtype, Selectable, sql, table};

/// The examples of `#[table]`, which `schema-macros` cannot run.
#[cfg(doctest)]
#[doc = include_str!("../../schema-macros/docs/table.md")]
mod table_reference {}
