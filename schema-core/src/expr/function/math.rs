//! Functions of numbers.
//!
//! <https://www.postgresql.org/docs/current/functions-math.html>
//!
//! Each returns NULL if an argument is NULL.
//!
//! ```
//! # use schema_core::prelude::*;
//! use schema_core::expr::function::{abs, floor, power, random};
//!
//! # #[table(name = "points")]
//! # struct Point { #[column(primary_key)] id: i64, x: f64, level: Option<i32> }
//! let points = Point
//!     .select()
//!     .filter(abs(Point.level).lt(3))
//!     .order_by(random())
//!     .columns((floor(Point.x), power(Point.x, 2.0)));
//! assert_eq!(
//!     points.to_sql(),
//!     r#"select floor("points"."x"), power("points"."x", $1::double precision) from "points" "#.to_owned()
//!         + r#"where abs("points"."level") < $2 order by random()"#
//! );
//! ```

use schema_macros::hide_bounds;

use super::{Argument, Call, Function};
use crate::expr::{Expression, IntoArgument};
use crate::types::{NeverNull, SqlType};

/// A number: a type accepted by [`abs`].
#[diagnostic::on_unimplemented(message = "type `{Self}` is not a number", label = "not a number")]
pub trait Numbers: SqlType {}

/// A number that can have a fraction: a type accepted by [`ceil`], [`floor`], [`round`] and [`trunc`].
#[diagnostic::on_unimplemented(
    message = "type `{Self}` is not a number with a fraction",
    label = "expected `f64` or a decimal"
)]
pub trait Fraction: Numbers {}

/// A number that represents integers exactly: a type accepted by [`gcd`], [`lcm`] and [`random_between`].
#[diagnostic::on_unimplemented(
    message = "type `{Self}` does not represent integers exactly",
    label = "expected `i32`, `i64` or a decimal"
)]
pub trait Integral: Numbers {}

/// A decimal: a type that is stored as `numeric`.
#[diagnostic::on_unimplemented(
    message = "this is for decimals, and the number is of type `{Self}`",
    label = "expected a decimal"
)]
pub trait Numeric: Numbers {}

macro_rules! numbers {
    ($trait:ident: $($(#[$cfg:meta])* $type:ty),* $(,)?) => {$(
        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl $trait for $type {}
    )*};
}

numbers! {
    Numbers: i16, i32, i64, f32, f64, #[cfg(feature = "rust_decimal")] rust_decimal::Decimal,
    #[cfg(feature = "bigdecimal")] bigdecimal::BigDecimal,
}
numbers! {
    Fraction: f64, #[cfg(feature = "rust_decimal")] rust_decimal::Decimal,
    #[cfg(feature = "bigdecimal")] bigdecimal::BigDecimal,
}
numbers! {
    Integral: i32, i64, #[cfg(feature = "rust_decimal")] rust_decimal::Decimal,
    #[cfg(feature = "bigdecimal")] bigdecimal::BigDecimal,
}
numbers! {
    Numeric: #[cfg(feature = "rust_decimal")] rust_decimal::Decimal,
    #[cfg(feature = "bigdecimal")] bigdecimal::BigDecimal,
}

/// Functions of one number, whose result has the same type.
macro_rules! of_same_type {
    ($($(#[$doc:meta])* $name:ident $function:ident $bound:ident $open:literal;)*) => {$(
        #[doc = concat!("`", $open, "number)`")]
        #[derive(Debug)]
        pub enum $name {}

        // For all types: the bound is only on the function, so that a mistake is one error.
        impl<T: SqlType> Function<(T,)> for $name {
            type Parameters = (T,);
            type Output = T;
            type Null = NeverNull;
            const OPEN: &'static str = $open;
            const CLOSE: &'static str = ")";
        }

        $(#[$doc])*
        #[hide_bounds]
        pub fn $function<E: Expression<Base: $bound>>(number: E) -> Call<$name, (Argument<E>,)> {
            Call::new((Argument::new(number),))
        }
    )*};
}

of_same_type! {
    /// The number without its sign.
    Abs abs Numbers "abs(";
    /// The next integer that is not below the number.
    Ceil ceil Fraction "ceil(";
    /// The next integer that is not above the number.
    Floor floor Fraction "floor(";
    /// The nearest integer. Halves are rounded away from zero if the number is a decimal, and on most machines to the nearest
    /// even integer if it is an `f64`.
    Round round Fraction "round(";
    /// -1, 0 or 1.
    Sign sign Fraction "sign(";
    /// The integer part.
    Trunc trunc Fraction "trunc(";
}

functions! {
    /// The inverse cosine, in radians.
    acos(x: f64) -> f64;
    /// The inverse cosine, in degrees.
    acosd(x: f64) -> f64;
    /// The inverse hyperbolic cosine.
    acosh(x: f64) -> f64;
    /// The inverse sine, in radians.
    asin(x: f64) -> f64;
    /// The inverse sine, in degrees.
    asind(x: f64) -> f64;
    /// The inverse hyperbolic sine.
    asinh(x: f64) -> f64;
    /// The inverse tangent, in radians.
    atan(x: f64) -> f64;
    /// The angle of the point (x, y), in radians.
    atan2(y: f64, x: f64) -> f64;
    /// The angle of the point (x, y), in degrees.
    atan2d(y: f64, x: f64) -> f64;
    /// The inverse tangent, in degrees.
    atand(x: f64) -> f64;
    /// The inverse hyperbolic tangent.
    atanh(x: f64) -> f64;
    /// The cube root.
    cbrt(x: f64) -> f64;
    /// The cosine of an angle in radians.
    cos(x: f64) -> f64;
    /// The cosine of an angle in degrees.
    cosd(x: f64) -> f64;
    /// The hyperbolic cosine.
    cosh(x: f64) -> f64;
    /// The cotangent of an angle in radians.
    cot(x: f64) -> f64;
    /// The cotangent of an angle in degrees.
    cotd(x: f64) -> f64;
    /// Radians in degrees.
    degrees(radians: f64) -> f64;
    /// The error function. Postgres 16.
    erf(x: f64) -> f64;
    /// 1 minus the error function. Postgres 16.
    erfc(x: f64) -> f64;
    /// *e* to the power of `x`.
    exp(x: f64) -> f64;
    /// The gamma function. Postgres 18.
    gamma(x: f64) -> f64;
    /// The natural logarithm of the absolute value of the gamma function. Postgres 18.
    lgamma(x: f64) -> f64;
    /// The natural logarithm. The server rejects numbers that are not positive.
    ln(x: f64) -> f64;
    /// The logarithm to base 10, as [`log10`].
    log(x: f64) -> f64;
    /// The logarithm to base 10. The server rejects numbers that are not positive.
    log10(x: f64) -> f64;
    /// π
    pi() -> f64;
    /// `x` to the power of `exponent`.
    power(x: f64, exponent: f64) -> f64;
    /// `x` to the power of `exponent`, as [`power`].
    pow(x: f64, exponent: f64) -> f64;
    /// Degrees in radians.
    radians(degrees: f64) -> f64;
    /// A random number from 0 up to, but not including, 1.
    random() -> f64;
    /// A random number from the normal distribution. Postgres 16.
    random_normal(mean: f64, standard_deviation: f64) -> f64;
    /// The sine of an angle in radians.
    sin(x: f64) -> f64;
    /// The sine of an angle in degrees.
    sind(x: f64) -> f64;
    /// The hyperbolic sine.
    sinh(x: f64) -> f64;
    /// The square root. The server rejects negative numbers.
    sqrt(x: f64) -> f64;
    /// The tangent of an angle in radians.
    tan(x: f64) -> f64;
    /// The tangent of an angle in degrees.
    tand(x: f64) -> f64;
    /// The hyperbolic tangent.
    tanh(x: f64) -> f64;
    /// The number of the bucket that contains a number, if the range from `low` to `high` is divided into `count` buckets of
    /// equal size; 0 below it and `count + 1` above it.
    width_bucket(number: f64, low: f64, high: f64, count: i32) -> i32;
}

functions_of! {
    /// The integer quotient, truncated towards zero.
    div<T: Numeric>(number, divisor: T) -> T;
    /// The greatest common divisor.
    gcd<T: Integral>(number, other: T) -> T;
    /// The least common multiple.
    lcm<T: Integral>(number, other: T) -> T;
    /// The logarithm to a base.
    log_base<T: Numeric>(base, number: T) -> T = "log";
    /// The number of digits after the point that are needed.
    min_scale<T: Numeric>(number) -> i32;
    /// A random number from `low` to `high`, including both. Postgres 17.
    random_between<T: Integral>(low, high: T) -> T = "random";
    /// The number rounded to this many digits after the point.
    round_to<T: Numeric>(number, digits: i32) -> T = "round";
    /// The number of digits after the point.
    scale<T: Numeric>(number) -> i32;
    /// The number without zeros at the end of its digits after the point.
    trim_scale<T: Numeric>(number) -> T;
    /// The number cut off after this many digits after the point.
    trunc_to<T: Numeric>(number, digits: i32) -> T = "trunc";
}

/// [`factorial(number)`](factorial), as the type `T`.
#[derive(Debug)]
pub struct Factorial<T>(std::marker::PhantomData<T>);

impl<T: Numeric + 'static> Function<(i64,)> for Factorial<T> {
    type Parameters = (i64,);
    type Output = T;
    type Null = NeverNull;
    const OPEN: &'static str = "factorial(";
    const CLOSE: &'static str = ")";
}

/// `factorial(number)`: the product of the integers up to a number, as the decimal type that the context requires.
#[hide_bounds]
pub fn factorial<T: Numeric, V: IntoArgument<i64, Factorial<()>, X>, X>(
    number: V,
) -> Call<Factorial<T>, (Argument<X>,)> {
    Call::new((Argument::new(number.into_argument()),))
}
