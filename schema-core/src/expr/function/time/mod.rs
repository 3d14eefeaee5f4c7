//! Functions of date and time.
//!
//! <https://www.postgresql.org/docs/current/functions-datetime.html>,
//! <https://www.postgresql.org/docs/current/functions-formatting.html>
//!
//! The operators are in [`TimeMethods`](crate::expr::TimeMethods). Each function returns NULL if an argument is NULL.
//!
//! ```
//! # use schema_core::prelude::*;
//! # use chrono::{DateTime, NaiveDate, Utc};
//! use schema_core::expr::function::{age, current_date, make_date, to_char};
//!
//! # #[table(name = "patients")]
//! # struct Patient { #[column(primary_key)] id: i64, born: NaiveDate, joined: DateTime<Utc>, seen: DateTime<Utc> }
//! let query = Patient
//!     .select()
//!     .filter(Patient.born.gt(make_date(1990, 1, 1)).and(Patient.born.lt(current_date())))
//!     .columns((to_char(Patient.born, "DD/MM/YYYY"), age(Patient.seen, Patient.joined)));
//! assert_eq!(
//!     query.to_sql(),
//!     r#"select to_char("patients"."born", $1::text), age("patients"."seen", "patients"."joined") from "patients" "#.to_owned()
//!         + r#"where "patients"."born" > make_date($2::integer, $3::integer, $4::integer) and "patients"."born" < current_date"#
//! );
//! ```

use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{Call, Function};
use crate::types::{Interval, Moment, NeverNull, SqlType};

mod current;
pub mod field;
mod part;

pub use self::current::{
    ClockTimestamp, CurrentDate, Localtime, Localtimestamp, MakeDate, MakeTime, MakeTimestamp,
    MakeTimestamptz, StatementTimestamp, ToDate, ToTimestamp, ToTimestampEpoch,
    TransactionTimestamp, clock_timestamp, current_date, localtime, localtimestamp, make_date,
    make_time, make_timestamp, make_timestamptz, statement_timestamp, to_date, to_timestamp,
    to_timestamp_epoch, transaction_timestamp,
};
pub use self::part::{
    DatePart, DateTrunc, Extract, age, age_today, date_bin, date_part, date_trunc,
    date_trunc_in_zone, extract, isfinite,
};

/// [`now()`](https://www.postgresql.org/docs/current/functions-datetime.html#FUNCTIONS-DATETIME-CURRENT), as the type `T`.
#[derive(Debug)]
pub struct Now<T>(PhantomData<T>);

impl<T: Moment> Function<()> for Now<T> {
    type Parameters = ();
    type Output = T;
    type Null = NeverNull;
    const OPEN: &'static str = "now(";
    const CLOSE: &'static str = ")";
}

/// `now()`: the start of the transaction, as the type that the context requires.
///
/// ```
/// # use schema_core::prelude::*;
/// # use chrono::{DateTime, Utc};
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, created_at: DateTime<Utc> }
/// assert_eq!(
///     Order.select().filter(Order.created_at.lt(now())).columns(Order.id).to_sql(),
///     r#"select "orders"."id" from "orders" where "orders"."created_at" < now()"#
/// );
/// ```
#[hide_bounds]
pub fn now<T: Moment>() -> Call<Now<T>> {
    Call::new(())
}

functions! {
    /// The interval in which 24 hours are a day.
    justify_hours(interval: Interval) -> Interval;
    /// The interval in which 30 days are a month.
    justify_days(interval: Interval) -> Interval;
    /// The interval in which 24 hours are a day, and 30 days a month.
    justify_interval(interval: Interval) -> Interval;
    /// The interval of these numbers.
    make_interval(years: i32, months: i32, weeks: i32, days: i32, hours: i32, minutes: i32, seconds: f64) -> Interval;
}

/// A type that [`to_char`] formats: a number, a date, a timestamp or an interval.
#[diagnostic::on_unimplemented(
    message = "`to_char` does not format type `{Self}`",
    label = "neither a number, a date, a timestamp nor an interval"
)]
pub trait Formatted: SqlType {}

macro_rules! formatted {
    ($($(#[$cfg:meta])* $type:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl Formatted for $type {}
    )*};
}

formatted! {
    i32;
    i64;
    f32;
    f64;
    Interval;
    #[cfg(feature = "rust_decimal")] rust_decimal::Decimal;
    #[cfg(feature = "bigdecimal")] bigdecimal::BigDecimal;
    #[cfg(feature = "chrono")] chrono::DateTime<chrono::Utc>;
    #[cfg(feature = "chrono")] chrono::NaiveDateTime;
    #[cfg(feature = "chrono")] chrono::NaiveDate;
    #[cfg(feature = "time")] time::OffsetDateTime;
    #[cfg(feature = "time")] time::PrimitiveDateTime;
    #[cfg(feature = "time")] time::Date;
}

functions_of! {
    /// The value as text in a [format](https://www.postgresql.org/docs/current/functions-formatting.html).
    to_char<T: Formatted>(value, format: String) -> String;
}
