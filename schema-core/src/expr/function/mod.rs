//! Functions.
//!
//! - [`sql_function!`](crate::sql_function!) declares a function of Postgres, of an extension or of your own
//! - aggregates: [`count`], [`sum`], [`avg`], [`min`], [`max`] …
//! - [`now`], [`gen_random_uuid`]
//! - [`row_number`], [`rank`] … and aggregates as window functions, by `.over(…)`
//!
//! ```
//! # use schema_core::prelude::*;
//! # #[table(name = "patients")]
//! # struct Patient { #[column(primary_key, identity)] id: i64,
//! # #[column(unique)] name: String, age: Option<i32> }
//! assert_eq!(
//!     Patient.select().columns((count(), avg(Patient.age), max(Patient.name))).to_sql(),
//!     r#"select count(*), avg("patients"."age")::float8, max("patients"."name") from "patients""#
//! );
//! ```

mod aggregate;
mod call;
mod declare;
mod time;
#[cfg(feature = "uuid")]
mod uuid;
mod window;

pub use aggregate::{
    AggregateCall, Averageable, Avg, CountAll, CountDistinct, CountOf, Max, Min, Ordered, Sum,
    Summable, avg, count, count_distinct, count_of, max, min, sum,
};
pub use call::{Aggregated, Argument, ArgumentList, ArgumentsIn, Call, Function};
pub use time::{Now, now};
#[cfg(feature = "uuid")]
pub use uuid::gen_random_uuid;
pub use window::{
    HasWindow, InWindow, IntoWindow, Over, PartitionBy, PartitionIn, Window, WindowCall,
    WindowFunction, WindowFunctionIn, WindowIn, WindowOrder, WindowOrderIn, dense_rank, order_by,
    partition_by, rank, row_number,
};
