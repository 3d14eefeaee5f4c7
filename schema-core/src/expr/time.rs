//! The operators of dates and times: `at time zone`, and arithmetic that Rust's operators cannot express.
//!
//! <https://www.postgresql.org/docs/current/functions-datetime.html>

use schema_macros::hide_bounds;

use super::binary::{binary, operator};
use super::function::Argument;
use super::operators::{Addition, Subtraction};
use super::{IntoExpr, Op};
use crate::expr::Expression;
use crate::types::{DayType, Interval, Subtractable, Timestamp};

operator! {
    /// `at time zone`
    AtTimeZone " at time zone " AT;
}

/// The operators of dates and times. An interval is added to a timestamp, and a number of days to a date, by `+`.
///
/// ```
/// # use schema_core::prelude::*;
/// # use chrono::{DateTime, NaiveDate, Utc};
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, created_at: DateTime<Utc>, paid_at: Option<DateTime<Utc>>, due: NaiveDate }
/// let query = Order
///     .select()
///     .filter(Order.paid_at.since(Order.created_at).gt(Interval::from_seconds(3600)))
///     .columns((Order.created_at.at_time_zone("Europe/Madrid"), Order.due + 7));
/// assert_eq!(
///     query.to_sql(),
///     r#"select "orders"."created_at" at time zone $1, "orders"."due" + $2 from "orders" where "orders"."paid_at" - "orders"."created_at" > $3"#
/// );
/// ```
#[hide_bounds]
pub trait TimeMethods: Expression {
    /// `self at time zone zone`: the local date and time that a `timestamptz` is in a zone, or the `timestamptz` of a
    /// local date and time there.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use chrono::{DateTime, Utc};
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, created_at: DateTime<Utc> }
    /// assert_eq!(
    ///     Order.select().columns(Order.created_at.at_time_zone("Asia/Tokyo")).to_sql(),
    ///     r#"select "orders"."created_at" at time zone $1 from "orders""#
    /// );
    /// ```
    fn at_time_zone<T, R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        zone: R,
    ) -> Op<AtTimeZone, Self, X, T>
    where
        Self::Base: Timestamp<AtTimeZone = T>,
    {
        binary!(self, zone.into_expr())
    }

    /// `self - other`: the interval from another timestamp or time of day to this one.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use chrono::{DateTime, Utc};
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, created_at: DateTime<Utc>, paid_at: DateTime<Utc> }
    /// assert_eq!(
    ///     Order.select().columns(Order.paid_at.since(Order.created_at)).to_sql(),
    ///     r#"select "orders"."paid_at" - "orders"."created_at" from "orders""#
    /// );
    /// ```
    fn since<R: IntoExpr<Self::Base, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Op<Subtraction, Self, Argument<X>, Interval>
    where
        Self::Base: Subtractable,
    {
        binary!(self, Argument::new(other.into_expr()))
    }

    /// `self - other`: the number of days from another date to this one.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use chrono::NaiveDate;
    /// # #[table(name = "visits")]
    /// # struct Visit { #[column(primary_key)] id: i64, start: NaiveDate, end: NaiveDate }
    /// assert_eq!(
    ///     Visit.select().columns(Visit.end.days_since(Visit.start)).to_sql(),
    ///     r#"select "visits"."end" - "visits"."start" from "visits""#
    /// );
    /// ```
    fn days_since<R: IntoExpr<Self::Base, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Op<Subtraction, Self, Argument<X>, i32>
    where
        Self::Base: DayType,
    {
        binary!(self, Argument::new(other.into_expr()))
    }

    /// `self + interval`: the local time an interval after the start of a date.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use chrono::NaiveDate;
    /// # #[table(name = "visits")]
    /// # struct Visit { #[column(primary_key)] id: i64, start: NaiveDate }
    /// assert_eq!(
    ///     Visit.select().columns(Visit.start.plus(Interval::from_seconds(3600))).to_sql(),
    ///     r#"select "visits"."start" + $1::interval from "visits""#
    /// );
    /// ```
    fn plus<T, R: IntoExpr<Interval, Self::Subject, Expr = X>, X>(
        self,
        interval: R,
    ) -> Op<Addition, Self, Argument<X>, T>
    where
        Self::Base: DayType<LocalMoment = T>,
    {
        binary!(self, Argument::new(interval.into_expr()))
    }

    /// `self - interval`: the local time an interval before the start of a date.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use chrono::NaiveDate;
    /// # #[table(name = "visits")]
    /// # struct Visit { #[column(primary_key)] id: i64, start: NaiveDate }
    /// assert_eq!(
    ///     Visit.select().columns(Visit.start.minus(Interval::from_seconds(3600))).to_sql(),
    ///     r#"select "visits"."start" - $1::interval from "visits""#
    /// );
    /// ```
    fn minus<T, R: IntoExpr<Interval, Self::Subject, Expr = X>, X>(
        self,
        interval: R,
    ) -> Op<Subtraction, Self, Argument<X>, T>
    where
        Self::Base: DayType<LocalMoment = T>,
    {
        binary!(self, Argument::new(interval.into_expr()))
    }
}

impl<E: Expression> TimeMethods for E {}
