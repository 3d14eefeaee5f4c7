//! Functions.
//!
//! - [`sql_function!`](crate::sql_function!) declares a function of Postgres, of an extension or of your own
//! - aggregates: [`count`], [`sum`], [`avg`], [`min`], [`max`] …
//! - text: [`lower`], [`length`], [`replace`], [`starts_with`], [`regexp_like`] …
//! - numbers: [`abs`], [`floor`], [`round`], [`power`], [`random`] …
//! - [`coalesce`], [`nullif`], [`greatest`], [`least`]
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

/// Declares functions whose bounds the compiler does not quote.
macro_rules! functions {
    ($($(#[$meta:meta])* $name:ident($($arguments:tt)*) -> $output:ty;)*) => {
        crate::sql_function! { $($(#[$meta])* #[schema_macros::hide_bounds] pub fn $name($($arguments)*) -> $output;)* }
    };
}

mod aggregate;
mod call;
mod conditional;
mod declare;
mod math;
mod text;
mod time;
#[cfg(feature = "uuid")]
mod uuid;
mod window;

pub use aggregate::{
    AggregateCall, Averageable, Avg, CountAll, CountDistinct, CountOf, Max, Min, Ordered, Sum,
    Summable, avg, count, count_distinct, count_of, max, min, sum,
};
pub use call::{Aggregated, Argument, ArgumentList, ArgumentsIn, Call, Function};
pub use conditional::{Coalesce, Greatest, Least, NullIf, coalesce, greatest, least, nullif};
pub use math::{
    Abs, Ceil, Floor, Fraction, Number, Round, Trunc, abs, acos, asin, atan, atan2, cbrt, ceil,
    cos, degrees, exp, floor, ln, log10, pi, power, radians, random, round, sin, sqrt, tan, trunc,
};
pub use text::{
    ascii, btrim, chr, initcap, left, length, lower, lpad, ltrim, md5, octet_length, regexp_count,
    regexp_like, regexp_replace, regexp_split_to_array, regexp_substr, repeat, replace, reverse,
    right, rpad, rtrim, split_part, starts_with, string_to_array, strpos, substring, to_hex,
    translate, trim, upper,
};
pub use time::{Now, now};
#[cfg(feature = "uuid")]
pub use uuid::gen_random_uuid;
pub use window::{
    HasWindow, InWindow, IntoWindow, Over, PartitionBy, PartitionIn, Window, WindowCall,
    WindowFunction, WindowFunctionIn, WindowIn, WindowOrder, WindowOrderIn, dense_rank, order_by,
    partition_by, rank, row_number,
};
