//! Statements.
//!
//! A statement begins at a table's constant: [`select`](TableMethods::select), [`insert`](TableMethods::insert),
//! [`insert_many`](TableMethods::insert_many), [`update`](TableMethods::update), [`delete`](TableMethods::delete). Each
//! clause is a method, and [`to_sql`](crate::exec::Statement::to_sql) returns the text.
//!
//! # Select, join, group, paginate
//!
//! ```
//! use schema_core::prelude::*;
//!
//! #[table(name = "patients")]
//! struct Patient {
//!     #[column(primary_key, identity)]
//!     id: i64,
//!     name: String,
//! }
//!
//! #[table(name = "orders")]
//! struct Order {
//!     #[column(primary_key, identity)]
//!     id: i64,
//!     #[column(references = Patient.id)]
//!     patient_id: i64,
//!     price: i32,
//! }
//!
//! // All columns, and a condition. The rows have the type `Order`.
//! let expensive = Order.select().filter(Order.price.gt(100));
//! assert_eq!(
//!     expensive.to_sql(),
//!     r#"select "orders"."id", "orders"."patient_id", "orders"."price" from "orders" where "orders"."price" > $1"#
//! );
//!
//! // A join by a foreign key, and some columns. The rows have the type `(i64, String)`.
//! let named = Order.select().inner_join_on(Order.patient_id).columns((Order.id, Patient.name));
//! assert_eq!(
//!     named.to_sql(),
//!     r#"select "orders"."id", "patients"."name" from "orders" join "patients" on "orders"."patient_id" = "patients"."id""#
//! );
//!
//! // Groups. The sum of a group may be NULL: the rows have the type `(i64, Option<i64>)`.
//! let totals = Order.select().group_by(Order.patient_id).columns((Order.patient_id, sum(Order.price)));
//! assert_eq!(
//!     totals.to_sql(),
//!     r#"select "orders"."patient_id", sum("orders"."price") from "orders" group by "orders"."patient_id""#
//! );
//!
//! // A page. For a page with its total, see `BoxedSelect`.
//! let page = Order.select().order_by(Order.id.desc()).limit(10).offset(20).columns(Order.id);
//! assert_eq!(
//!     page.to_sql(),
//!     r#"select "orders"."id" from "orders" order by "orders"."id" desc limit $1 offset $2"#
//! );
//! ```
//!
//! Subqueries are in [`expr::exists`](crate::expr::exists), [`expr::scalar`](crate::expr::scalar) and
//! [`Expression::is_in`](crate::expr::Expression::is_in); subqueries as tables in [`from::Derived`] and
//! [`clause::with`]; queries chosen at run time in [`BoxedSelect`].
//!
//! # Insert
//!
//! `NewPatient` has the columns that an insert must provide. Others are `set`.
//!
//! ```
//! # use schema_core::prelude::*;
//! # #[table(name = "patients")]
//! # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
//! let insert = Patient.insert(NewPatient { name: "Ana".into() }).set(Patient.age, 41).returning(Patient.id);
//! assert_eq!(
//!     insert.to_sql(),
//!     r#"insert into "patients" ("name", "age") values ($1, $2) returning "patients"."id""#
//! );
//!
//! let upsert = Patient
//!     .insert(NewPatient { name: "Ana".into() })
//!     .set(Patient.age, 41)
//!     .on_conflict(Patient.name)
//!     .do_update()
//!     .set(Patient.age, excluded(Patient.age));
//! assert_eq!(
//!     upsert.to_sql(),
//!     r#"insert into "patients" ("name", "age") values ($1, $2) on conflict ("name") do update set "age" = excluded."age""#
//! );
//! ```
//!
//! # Update and delete
//!
//! Both need a `filter`, or `all_rows`.
//!
//! ```
//! # use schema_core::prelude::*;
//! # #[table(name = "patients")]
//! # struct Patient { #[column(primary_key, identity)] id: i64, name: String, age: Option<i32> }
//! let update = Patient.update().set(Patient.age, Patient.age + 1).filter(Patient.id.eq(7));
//! assert_eq!(
//!     update.to_sql(),
//!     r#"update "patients" set "age" = "patients"."age" + $1 where "patients"."id" = $2"#
//! );
//! let delete = Patient.delete().filter(Patient.age.is_null()).returning_all();
//! assert_eq!(
//!     delete.to_sql(),
//!     r#"delete from "patients" where "patients"."age" is null returning "patients"."id", "patients"."name", "patients"."age""#
//! );
//! ```
//!
//! # Limits
//!
//! A query reads from at most 12 sources. Selections, orderings, groups, keys and the arguments of functions have at most
//! 16 elements; nest tuples to select more.

mod batch;
pub mod clause;
pub mod copy;
mod delete;
pub mod dynamic;
pub mod from;
pub mod insert;
mod limited;
pub mod merge;
pub mod missing_step;
mod one_connection;
pub mod other_names;
pub mod page;
pub mod plan;
mod prepared;
mod returning;
pub mod select;
pub mod set_operation;
mod start;
mod truncate;
pub mod update;
mod view;

pub use batch::{
    Append, Batch, BatchStep, ChangedRows, EveryRow, OneRow, OptionalRow, Step, Steps,
};
pub use delete::Delete;
pub use limited::{Limited, LimitedStatement};
pub use one_connection::OneConnection;
#[doc(hidden)]
pub use other_names::RowSteps;
pub use prepared::{BoundStatement, PrepareMethods, Prepared};
pub use returning::{Returning, ReturningAll, new, old};
pub use start::TableMethods;
pub use truncate::{Truncate, TruncatedTables, truncate};
pub use update::{Update, UpdateTable};
pub use view::{Refresh, ViewQuery};
#[doc(hidden)]
pub use view::{view_hash, view_query, view_sql_hash, view_text};

pub use self::clause::{with, with_recursive};
#[cfg(feature = "json")]
pub use self::from::json_table;
pub use self::from::{Series, Unnest, generate_series, generate_series_by, unnest, values};
pub use self::insert::{
    Excluded, Insert, InsertColumns, InsertFrom, InsertMany, Insertable, OnConflict, excluded,
};
pub use self::merge::{Merge, merge_action};
pub use self::select::{BoxedSelect, Columns, Find, FullRows, UnboxedSelect, select};
pub use self::set_operation::{SetMethods, output};
