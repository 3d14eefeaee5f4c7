//! Aggregates for statistics: `corr`, `covar_pop`, `regr_slope`, `stddev`, `variance` …
//!
//! <https://www.postgresql.org/docs/current/functions-aggregate.html#FUNCTIONS-AGGREGATE-STATISTICS-TABLE>
//!
//! Each ignores the rows in which an argument is NULL. Those that need more rows than there are return NULL.
//!
//! ```
//! # use schema_core::prelude::*;
//! use schema_core::expr::function::{corr, regr_count, stddev};
//!
//! # #[table(name = "patients")]
//! # struct Patient { #[column(primary_key)] id: i64, age: i32, weight: f64 }
//! let query = Patient.select().columns((
//!     corr(Patient.weight, Patient.age),
//!     regr_count(Patient.weight, Patient.age),
//!     stddev(Patient.age),
//! ));
//! assert_eq!(
//!     query.to_sql(),
//!     r#"select corr("patients"."weight", "patients"."age"), regr_count("patients"."weight", "patients"."age"), "#.to_owned()
//!         + r#"stddev("patients"."age")::float8 from "patients""#
//! );
//! ```

use std::marker::PhantomData;

use super::super::{Argument, Function};
use super::AggregateCall;
use super::collect::generic_aggregates;
use crate::expr::Expression;
use crate::scope::AggregateArgument;
use crate::types::{ColumnType, Nullable, SqlType};

generic_aggregates! {
    /// `corr(y, x)`: the correlation coefficient.
    Corr corr<Y: Statistic, X: Statistic> -> Option<f64> = "corr(", ")";
    /// `covar_pop(y, x)`: the covariance of the population.
    CovarPop covar_pop<Y: Statistic, X: Statistic> -> Option<f64> = "covar_pop(", ")";
    /// `covar_samp(y, x)`: the covariance of the sample.
    CovarSamp covar_samp<Y: Statistic, X: Statistic> -> Option<f64> = "covar_samp(", ")";
    /// `regr_avgx(y, x)`: the average of `x`, of the rows in which `y` is not NULL.
    RegrAvgX regr_avgx<Y: Statistic, X: Statistic> -> Option<f64> = "regr_avgx(", ")";
    /// `regr_avgy(y, x)`: the average of `y`, of the rows in which `x` is not NULL.
    RegrAvgY regr_avgy<Y: Statistic, X: Statistic> -> Option<f64> = "regr_avgy(", ")";
    /// `regr_count(y, x)`: the number of rows in which neither is NULL.
    RegrCount regr_count<Y: Statistic, X: Statistic> -> i64 = "regr_count(", ")";
    /// `regr_intercept(y, x)`: the `y` at which the line of the least squares is at `x = 0`.
    RegrIntercept regr_intercept<Y: Statistic, X: Statistic> -> Option<f64> = "regr_intercept(", ")";
    /// `regr_r2(y, x)`: the square of the correlation coefficient.
    RegrR2 regr_r2<Y: Statistic, X: Statistic> -> Option<f64> = "regr_r2(", ")";
    /// `regr_slope(y, x)`: the slope of the line of the least squares.
    RegrSlope regr_slope<Y: Statistic, X: Statistic> -> Option<f64> = "regr_slope(", ")";
    /// `regr_sxx(y, x)`: the sum of squares of `x`.
    RegrSxx regr_sxx<Y: Statistic, X: Statistic> -> Option<f64> = "regr_sxx(", ")";
    /// `regr_sxy(y, x)`: the sum of products of `x` and `y`.
    RegrSxy regr_sxy<Y: Statistic, X: Statistic> -> Option<f64> = "regr_sxy(", ")";
    /// `regr_syy(y, x)`: the sum of squares of `y`.
    RegrSyy regr_syy<Y: Statistic, X: Statistic> -> Option<f64> = "regr_syy(", ")";
}

/// A number, for the aggregates of two arguments such as [`corr`]. They compute with floats.
#[diagnostic::on_unimplemented(
    message = "type `{Self}` is not a number, and statistics need one",
    label = "not a number"
)]
pub trait Statistic: SqlType {}

/// A number, for the aggregate with the name `N`, such as [`stddev`]. `F` is always [`SpreadOf<N>`](SpreadOf); it is a
/// parameter for the reason given at [`Summable`](super::Summable).
#[diagnostic::on_unimplemented(
    message = "type `{Self}` has no deviation and no variance",
    label = "not a number"
)]
pub trait Spread<N, F>: SqlType {
    /// The type of the result: `f64`, or the type itself if it is a decimal.
    type Output: SqlType;
    /// The text after the argument, with the cast to that type.
    const CLOSE: &'static str;
}

/// The aggregate with the name `N`, such as [`stddev`].
#[derive(Debug)]
pub struct SpreadOf<N>(PhantomData<N>);

/// The name of an aggregate that measures the spread of numbers.
pub trait SpreadName: 'static {
    /// The name, with the parenthesis.
    const OPEN: &'static str;
}

impl<N: SpreadName, T: Spread<N, Self>> Function<(T,)> for SpreadOf<N> {
    type Parameters = (Option<T>,);
    type Output = T::Output;
    type Null = Nullable;
    const OPEN: &'static str = N::OPEN;
    const CLOSE: &'static str = T::CLOSE;
}

macro_rules! spread {
    ($($(#[$meta:meta])* $marker:ident $name:ident $open:literal;)*) => {$(
        #[doc = concat!("The name of [`", stringify!($name), "`].")]
        #[derive(Debug)]
        pub enum $marker {}

        impl SpreadName for $marker {
            const OPEN: &'static str = $open;
        }

        $(#[$meta])*
        #[schema_macros::hide_bounds]
        pub fn $name<E: Expression<Base: Spread<$marker, F>, Kind: AggregateArgument>, F>(
            argument: E,
        ) -> AggregateCall<F, (Argument<E>,)> {
            AggregateCall::new((Argument::new(argument),))
        }
    )*};
}

spread! {
    /// `stddev(argument)`: the standard deviation of the sample, as [`stddev_samp`].
    Stddev stddev "stddev(";
    /// `stddev_pop(argument)`: the standard deviation of the population.
    StddevPop stddev_pop "stddev_pop(";
    /// `stddev_samp(argument)`: the standard deviation of the sample.
    StddevSamp stddev_samp "stddev_samp(";
    /// `var_pop(argument)`: the variance of the population.
    VarPop var_pop "var_pop(";
    /// `var_samp(argument)`: the variance of the sample.
    VarSamp var_samp "var_samp(";
    /// `variance(argument)`: the variance of the sample, as [`var_samp`].
    Variance variance "variance(";
}

macro_rules! numbers {
    ($($(#[$cfg:meta])* $type:ty => $output:ty, $close:literal;)*) => {$(
        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl Statistic for $type {}

        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl<N> Spread<N, SpreadOf<N>> for $type {
            type Output = $output;
            const CLOSE: &'static str = $close;
        }
    )*};
}

numbers! {
    i16 => f64, ")::float8";
    i32 => f64, ")::float8";
    i64 => f64, ")::float8";
    f32 => f64, ")";
    f64 => f64, ")";
    #[cfg(feature = "rust_decimal")]
    rust_decimal::Decimal => Self, ")";
    #[cfg(feature = "bigdecimal")]
    bigdecimal::BigDecimal => Self, ")";
}
