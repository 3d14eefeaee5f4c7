//! PostgreSQL from Rust: a struct is a table, a query is typed, and its SQL is a constant of the program.
//!
//! [`#[table]`](macro@table) declares a constant with the struct's name and a typed field for each column. Queries start
//! there:
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
//!     concat!(
//!         r#"select "patients"."id", "patients"."email", "patients"."age" from "patients" "#,
//!         r#"where "patients"."age" >= $1 and "patients"."email" ilike $2 "#,
//!         r#"order by "patients"."age" desc limit $3"#,
//!     )
//! );
//! ```
//!
//! A query runs on anything that is an `sqlx::PgExecutor`: a pool, a connection, a transaction. It returns rows of the
//! struct's type:
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
//! # Macros
//!
//! - [`#[table]`](macro@table): a table and its columns; [`alias!`]: a second name for one
//! - [`Selectable`](derive@Selectable): selects into a struct of your own, which can also be the row of a subquery
//! - [`Insertable`](derive@Insertable): inserts a struct of your own
//! - [`Params`](derive@Params): the placeholders of a prepared query
//! - [`PgEnum`](derive@PgEnum), [`PgNewtype`](derive@PgNewtype), [`PgComposite`](derive@PgComposite): types of columns
//! - `JsonPaths`: the fields of a JSON payload as expressions, with the feature `json`
//! - `JsonTable`: JSON as a table in `from`, with the feature `json`
//! - [`sql_function!`]: declares a function; [`param!`]: a value that is sent once; [`sql!`]: any other SQL
//! - [`schema!`]: a set of tables, to create or drop
//!
//! # Limits
//!
//! - A query reads from at most 12 tables, subqueries and functions.
//! - A tuple has at most 16 elements: the columns of a selection, an ordering, a group or a key, the arguments of a
//!   function. A struct has any number of fields: select into one by [`Selectable`](derive@Selectable).
//! - A row that is nested in another one, such as `Patient.all()`, counts as one element.
//! - A table has at most 1,600 columns, and a name at most 63 bytes, as in Postgres.
//! - A statement has at most 65,535 parameters. A list and a column of `insert_many` are one each.
//! - [`sql!`] has at most 12 arguments.
//!
//! # Modules
//!
//! For programs:
//!
//! - [`prelude`]: what most programs import
//! - [`query`]: statements and their clauses; start reading here
//! - [`expr`]: expressions, functions, subqueries
//! - [`types`]: which Rust type is stored as which Postgres type
//! - [`exec`] and [`error`](mod@error): running statements, and their errors
//! - [`pool`]: a connection pool, and transactions
//! - [`ddl`]: the SQL that creates and drops tables
//! - [`def`]: the definitions of tables, for tools
//!
//! Below them, for those who extend the crate or read a long type:
//!
//! - [`table`](mod@table): tables, columns and sources as types
//! - [`scope`]: which columns an expression can read, and whether they can be NULL
//! - [`row`]: from the rows of the server to Rust values
//! - [`sql`](mod@sql): how the text is made, during compilation or at run time

#![deny(unnameable_types)]

#[macro_use]
mod hide_bounds;
mod tuples;

#[doc(hidden)]
pub mod __private;
pub mod ddl;
pub mod def;
pub mod error;
pub mod exec;
pub mod expr;
#[cfg(feature = "pool")]
pub mod pool;
pub mod prelude;
pub mod query;
pub mod row;
pub mod scope;
pub mod sql;
pub mod table;
pub mod types;

pub use error::{Error, Result};
#[cfg(feature = "pool")]
pub use pool::{Pool, Transaction};
// Re-exported at the root because the compiler prints the shortest path in messages.
pub use table::Column;
pub use types::{HalfVector, Range, SparseVector, Vector};

pub use schema_macros::{
    Insertable, Params, PgComposite, PgEnum, PgNewtype, Selectable, sql, table, view,
};
#[cfg(feature = "json")]
pub use schema_macros::{JsonPaths, JsonTable};

/// The examples of the macros. They use this crate, so they cannot run in `schema-macros`.
#[cfg(doctest)]
mod macro_references {
    #[doc = include_str!("../../schema-macros/docs/table.md")]
    mod table {}
    #[doc = include_str!("../../schema-macros/docs/view.md")]
    mod view {}
    #[doc = include_str!("../../schema-macros/docs/selectable.md")]
    mod selectable {}
    #[doc = include_str!("../../schema-macros/docs/insertable.md")]
    mod insertable {}
    #[cfg(feature = "json")]
    #[doc = include_str!("../../schema-macros/docs/json_paths.md")]
    mod json_paths {}
    #[cfg(feature = "json")]
    #[doc = include_str!("../../schema-macros/docs/json_table.md")]
    mod json_table {}
    #[doc = include_str!("../../schema-macros/docs/pg_composite.md")]
    mod pg_composite {}
    #[doc = include_str!("../../schema-macros/docs/pg_enum.md")]
    mod pg_enum {}
    #[doc = include_str!("../../schema-macros/docs/pg_newtype.md")]
    mod pg_newtype {}
    #[doc = include_str!("../../schema-macros/docs/params.md")]
    mod params {}
    #[doc = include_str!("../../schema-macros/docs/sql.md")]
    mod sql {}
}
