//! Parts of dates and times: `extract`, `date_part`, `date_trunc`, `date_bin`, `age`.

#![expect(
    clippy::type_complexity,
    reason = "a call names its function and each argument"
)]
#![expect(
    clippy::needless_pass_by_value,
    reason = "a field is a type, and its value has no size"
)]

use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::field::{Field, FieldIn, Unit};
use crate::expr::function::{Argument, Call, Function};
use crate::expr::{Expression, IntoArgument};
use crate::types::{Infinite, Interval, Moment, NeverNull, SqlType, Timestamp, Truncated};

/// [`extract(field from source)`](extract)
#[derive(Debug)]
pub struct Extract<F>(PhantomData<F>);

/// [`date_part(field, source)`](date_part)
#[derive(Debug)]
pub struct DatePart<F>(PhantomData<F>);

/// [`date_trunc(field, source)`](date_trunc), of type `O`.
#[derive(Debug)]
pub struct DateTrunc<F, O>(PhantomData<(F, O)>);

macro_rules! parts {
    ($([$($generics:tt)*] $function:ty: ($($type:ident),*) -> $output:ty, $open:expr, $close:expr;)*) => {$(
        // For all types: the bounds are only on the function, so that a mistake is one error.
        impl<$($generics)*> Function<($($type,)*)> for $function {
            type Parameters = ($($type,)*);
            type Output = $output;
            type Null = NeverNull;
            const OPEN: &'static str = $open;
            const CLOSE: &'static str = $close;
        }
    )*};
}

parts! {
    [F: Field, T: SqlType] Extract<F>: (T) -> F::Type, F::EXTRACT, F::CAST;
    [F: Field, T: SqlType] DatePart<F>: (T) -> f64, F::PART, ")";
    [F: Field, T: SqlType, O: SqlType + 'static] DateTrunc<F, O>: (T) -> O, F::TRUNC, ")";
    [F: Field, T: SqlType, Z: SqlType, O: SqlType + 'static] DateTrunc<F, O>: (T, Z) -> O, F::TRUNC, ")";
    [S: SqlType, T: SqlType, O: SqlType] date_bin: (S, T, O) -> T, "date_bin(", ")";
}

/// `extract(field from source)::type`: a field of a date, a time or an interval. It is an `i32`, or an `f64` if it has a
/// fraction. The fields are in [`field`](super::field).
///
/// ```
/// # use schema_core::prelude::*;
/// # use chrono::{DateTime, Utc};
/// use schema_core::expr::function::{extract, field};
///
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, created_at: DateTime<Utc> }
/// let year = extract(field::Year, Order.created_at);
/// assert_eq!(
///     Order.select().group_by(year).columns((grouped(year), count())).to_sql(),
///     r#"select extract(year from "orders"."created_at")::integer, count(*) from "orders" group by extract(year from "orders"."created_at")::integer"#
/// );
/// ```
#[hide_bounds]
pub fn extract<E: Expression, V: FieldIn<E::Base, F>, F>(
    field: V,
    source: E,
) -> Call<Extract<F>, (Argument<E>,)> {
    let _ = field;
    Call::new((Argument::new(source),))
}

/// `date_part(field, source)`: a field as an `f64`. See [`extract`].
///
/// ```
/// # use schema_core::prelude::*;
/// use schema_core::expr::function::{date_part, field};
///
/// # #[table(name = "tasks")]
/// # struct Task { #[column(primary_key)] id: i64, duration: Interval }
/// assert_eq!(
///     Task.select().columns(date_part(field::Epoch, Task.duration)).to_sql(),
///     r#"select date_part('epoch', "tasks"."duration") from "tasks""#
/// );
/// ```
#[hide_bounds]
pub fn date_part<E: Expression, V: FieldIn<E::Base, F>, F>(
    field: V,
    source: E,
) -> Call<DatePart<F>, (Argument<E>,)> {
    let _ = field;
    Call::new((Argument::new(source),))
}

/// `date_trunc(field, source)`: the start of the year, month, hour … of a timestamp, in the session's time zone. A date is
/// converted into a `timestamptz`.
///
/// ```
/// # use schema_core::prelude::*;
/// # use chrono::{DateTime, Utc};
/// use schema_core::expr::function::{date_trunc, field};
///
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, created_at: DateTime<Utc> }
/// let month = date_trunc(field::Month, Order.created_at);
/// assert_eq!(
///     Order.select().group_by(month).order_by(grouped(month)).columns((grouped(month), count())).to_sql(),
///     r#"select date_trunc('month', "orders"."created_at"), count(*) from "orders" group by date_trunc('month', "orders"."created_at") order by date_trunc('month', "orders"."created_at")"#
/// );
/// ```
#[hide_bounds]
pub fn date_trunc<V: Unit<F>, F, E: Expression<Base: Truncated<Output = O>>, O>(
    unit: V,
    source: E,
) -> Call<DateTrunc<F, O>, (Argument<E>,)> {
    let _ = unit;
    Call::new((Argument::new(source),))
}

/// `date_trunc(field, source, zone)`: [`date_trunc`] of a `timestamptz` in another time zone.
///
/// ```
/// # use schema_core::prelude::*;
/// # use chrono::{DateTime, Utc};
/// use schema_core::expr::function::{date_trunc_in_zone, field};
///
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, created_at: DateTime<Utc> }
/// assert_eq!(
///     Order.select().columns(date_trunc_in_zone(field::Day, Order.created_at, "Asia/Tokyo")).to_sql(),
///     r#"select date_trunc('day', "orders"."created_at", $1::text) from "orders""#
/// );
/// ```
#[hide_bounds]
pub fn date_trunc_in_zone<
    V: Unit<F>,
    F,
    E: Expression<Base: Moment> + Expression<Base = O>,
    O: SqlType,
    Z: IntoArgument<String, DateTrunc<F, O>, X>,
    X,
>(
    unit: V,
    source: E,
    zone: Z,
) -> Call<DateTrunc<F, O>, (Argument<E>, Argument<X>)> {
    let _ = unit;
    Call::new((Argument::new(source), Argument::new(zone.into_argument())))
}

#[doc(hidden)]
#[allow(non_camel_case_types, reason = "the type has the function's name")]
#[derive(Debug)]
pub enum date_bin {}

/// `date_bin(stride, source, origin)`: the start of the interval that contains a timestamp, if time is divided into
/// intervals of the length `stride` from `origin` on.
///
/// ```
/// # use schema_core::prelude::*;
/// # use chrono::{DateTime, Utc};
/// use schema_core::expr::function::date_bin;
///
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, created_at: DateTime<Utc> }
/// let quarter = date_bin(Interval::from_seconds(900), Order.created_at, DateTime::UNIX_EPOCH);
/// assert_eq!(
///     Order.select().columns(quarter).to_sql(),
///     r#"select date_bin($1::interval, "orders"."created_at", $2::timestamptz) from "orders""#
/// );
/// ```
#[hide_bounds]
pub fn date_bin<
    S: IntoArgument<Interval, date_bin, X>,
    X,
    E: Expression<Base: Timestamp> + Expression<Base = T>,
    T: SqlType,
    O: IntoArgument<T, date_bin, Y>,
    Y,
>(
    stride: S,
    source: E,
    origin: O,
) -> Call<date_bin, (Argument<X>, Argument<E>, Argument<Y>)> {
    Call::new((
        Argument::new(stride.into_argument()),
        Argument::new(source),
        Argument::new(origin.into_argument()),
    ))
}

functions_of! {
    /// The years, months and days from `other` to the timestamp.
    age<T: Timestamp>(timestamp, other: T) -> Interval;
    /// The years, months and days from the timestamp to the start of the current day.
    age_today<T: Timestamp>(timestamp) -> Interval = "age";
    /// True if it is neither `infinity` nor `-infinity`.
    isfinite<T: Infinite>(value) -> bool;
}
