//! Window functions: `row_number()`, `lag(…)`, `first_value(…)` …
//!
//! <https://www.postgresql.org/docs/current/functions-window.html>

use schema_macros::hide_bounds;

use super::super::{Argument, Function};
use super::WindowCall;
use crate::expr::macros::expression;
use crate::expr::{Expression, InScope, IntoArgument};
use crate::scope::Constant;
use crate::sql::fragment;
use crate::types::{NeverNull, Nullable, SqlType};

crate::sql_function! {
    /// The number of the row in its partition, from 1.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, price: i32 }
    /// let by_price = row_number().over(order_by(Order.price.desc()));
    /// assert_eq!(
    ///     Order.select().columns(by_price).to_sql(),
    ///     r#"select row_number() over (order by "orders"."price" desc) from "orders""#
    /// );
    /// ```
    pub window fn row_number() -> i64;
    /// The rank of the row, with gaps after equal rows.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, price: i32 }
    /// let by_price = rank().over(order_by(Order.price.desc()));
    /// assert_eq!(
    ///     Order.select().columns(by_price).to_sql(),
    ///     r#"select rank() over (order by "orders"."price" desc) from "orders""#
    /// );
    /// ```
    pub window fn rank() -> i64;
    /// The rank of the row, without gaps after equal rows.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, price: i32 }
    /// let by_price = dense_rank().over(order_by(Order.price.desc()));
    /// assert_eq!(
    ///     Order.select().columns(by_price).to_sql(),
    ///     r#"select dense_rank() over (order by "orders"."price" desc) from "orders""#
    /// );
    /// ```
    pub window fn dense_rank() -> i64;
    /// The relative rank of the row, from 0 to 1.
    pub window fn percent_rank() -> f64;
    /// The fraction of the partition's rows up to this one and its equals.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, price: i32 }
    /// use schema_core::expr::function::{cume_dist, ntile, percent_rank};
    ///
    /// let by_price = order_by(Order.price);
    /// let ranks = (percent_rank().over(by_price), cume_dist().over(by_price), ntile(4).over(by_price));
    /// assert_eq!(
    ///     Order.select().columns(ranks).to_sql(),
    ///     r#"select percent_rank() over (order by "orders"."price"), "#.to_owned()
    ///         + r#"cume_dist() over (order by "orders"."price"), "#
    ///         + r#"ntile($1::integer) over (order by "orders"."price") from "orders""#
    /// );
    /// ```
    pub window fn cume_dist() -> f64;
    /// The number of the row's bucket, from 1: the rows of a partition are divided into this many buckets.
    #[hide_bounds]
    pub window fn ntile(buckets: i32) -> i32;
}

/// Declares types with the names of the functions, for messages.
macro_rules! names {
    ($($name:ident)*) => {$(
        #[doc = concat!("The function `", stringify!($name), "`.")]
        #[allow(non_camel_case_types, reason = "the type has the function's name, for messages")]
        #[derive(Debug)]
        pub enum $name {}
    )*};
}

names!(lag lead first_value last_value nth_value);

macro_rules! window_functions {
    ($($name:ident($($argument:ty),+) -> $null:ident = $open:literal;)*) => {$(
        impl<T: SqlType> Function<($($argument,)+)> for $name {
            type Parameters = ($($argument,)+);
            type Output = T;
            type Null = $null;
            const OPEN: &'static str = $open;
            const CLOSE: &'static str = ")";
        }
    )*};
}

window_functions! {
    lag(T) -> Nullable = "lag(";
    lag(T, i32) -> Nullable = "lag(";
    lag(T, i32, T) -> NeverNull = "lag(";
    lead(T) -> Nullable = "lead(";
    lead(T, i32) -> Nullable = "lead(";
    lead(T, i32, T) -> NeverNull = "lead(";
    first_value(T) -> NeverNull = "first_value(";
    last_value(T) -> NeverNull = "last_value(";
    nth_value(T, i32) -> Nullable = "nth_value(";
}

/// `lag(value)`: the value in the previous row of the partition; NULL if there is none. `.offset(rows)` is that many rows
/// before, and `.default(value)` the value if there is no such row.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, price: i32 }
/// use schema_core::expr::function::lag;
///
/// let previous = lag(Order.price).over(order_by(Order.id));
/// let before = lag(Order.price).offset(2).default(0).over(order_by(Order.id));
/// assert_eq!(
///     Order.select().columns((previous, before)).to_sql(),
///     r#"select lag("orders"."price") over (order by "orders"."id"), "#.to_owned()
///         + r#"lag("orders"."price", $1::integer, $2::integer) over (order by "orders"."id") from "orders""#
/// );
/// ```
#[hide_bounds]
pub fn lag<E: Expression>(value: E) -> WindowCall<lag, (Argument<E>,)> {
    WindowCall::new((Argument::new(value),))
}

/// `lead(value)`: the value in the next row of the partition; NULL if there is none. `.offset(rows)` is that many rows
/// after, and `.default(value)` the value if there is no such row.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, price: i32 }
/// use schema_core::expr::function::lead;
///
/// let next = lead(Order.price).default(Order.price).over(order_by(Order.id));
/// assert_eq!(
///     Order.select().columns(next).to_sql(),
///     r#"select lead("orders"."price", 1, "orders"."price") over (order by "orders"."id") from "orders""#
/// );
/// ```
#[hide_bounds]
pub fn lead<E: Expression>(value: E) -> WindowCall<lead, (Argument<E>,)> {
    WindowCall::new((Argument::new(value),))
}

/// `first_value(value)`: the value in the first row of the frame.
///
/// It can be NULL if the value can, or if the window's frame can be empty.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, price: i32 }
/// use schema_core::expr::function::{first_value, last_value, nth_value};
///
/// let by_price = order_by(Order.price);
/// let prices = (
///     first_value(Order.price).over(by_price),
///     last_value(Order.price).over(by_price),
///     nth_value(Order.price, 2).over(by_price),
/// );
/// assert_eq!(
///     Order.select().columns(prices).to_sql(),
///     r#"select first_value("orders"."price") over (order by "orders"."price"), "#.to_owned()
///         + r#"last_value("orders"."price") over (order by "orders"."price"), "#
///         + r#"nth_value("orders"."price", $1::integer) over (order by "orders"."price") from "orders""#
/// );
/// ```
#[hide_bounds]
pub fn first_value<E: Expression>(value: E) -> WindowCall<first_value, (Argument<E>,), true> {
    WindowCall::of_frame((Argument::new(value),))
}

/// `last_value(value)`: the value in the last row of the frame. Unless the window has a frame of its own, that is the
/// current row or one that is equal to it in the order. It is NULL in the same cases as [`first_value`](first_value()).
#[hide_bounds]
pub fn last_value<E: Expression>(value: E) -> WindowCall<last_value, (Argument<E>,), true> {
    WindowCall::of_frame((Argument::new(value),))
}

/// `nth_value(value, n)`: the value in the `n`th row of the frame, from 1; NULL if there is none.
#[hide_bounds]
pub fn nth_value<E: Expression, N: IntoArgument<i32, nth_value, X>, X: Expression>(
    value: E,
    n: N,
) -> WindowCall<nth_value, (Argument<E>, Argument<X>)> {
    WindowCall::new((Argument::new(value), Argument::new(n.into_argument())))
}

/// `1`: the offset of [`lag`](lag()) and [`lead`](lead()) before a default.
#[derive(Debug, Clone, Copy)]
pub struct FirstRow;

fragment!(impl[] FirstRow { "1" });

expression!(impl[] FirstRow { base: i32, kind: Constant, precedence: ATOM });

impl<S> InScope<S, ()> for FirstRow {
    type Null = NeverNull;
}

macro_rules! neighbours {
    ($($name:ident)*) => {$(
        #[hide_bounds]
        impl<E: Expression> WindowCall<$name, (Argument<E>,)> {
            /// The number of rows between the current row and the one that is read: 1 unless it is set.
            pub fn offset<N: IntoArgument<i32, $name, X>, X: Expression>(
                self,
                rows: N,
            ) -> WindowCall<$name, (Argument<E>, Argument<X>)> {
                WindowCall::new((self.arguments.0, Argument::new(rows.into_argument())))
            }

            /// The value if there is no such row. The result is then NULL only if a value is.
            pub fn default<V: IntoArgument<Option<E::Base>, $name, X>, X: Expression>(
                self,
                value: V,
            ) -> WindowCall<$name, (Argument<E>, Argument<FirstRow>, Argument<X>)> {
                WindowCall::new((
                    self.arguments.0,
                    Argument::new(FirstRow),
                    Argument::new(value.into_argument()),
                ))
            }
        }

        #[hide_bounds]
        impl<E: Expression, O> WindowCall<$name, (Argument<E>, Argument<O>)> {
            /// The value if there is no such row. The result is then NULL only if a value is.
            pub fn default<V: IntoArgument<Option<E::Base>, $name, X>, X: Expression>(
                self,
                value: V,
            ) -> WindowCall<$name, (Argument<E>, Argument<O>, Argument<X>)> {
                let (first, offset) = self.arguments;
                WindowCall::new((first, offset, Argument::new(value.into_argument())))
            }
        }
    )*};
}

neighbours!(lag lead);
