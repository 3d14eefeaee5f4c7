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
use crate::expr::Expression;
use crate::types::{NeverNull, SqlType};

/// A number: a type accepted by [`abs`].
#[diagnostic::on_unimplemented(message = "type `{Self}` is not a number", label = "not a number")]
pub trait Number: SqlType {}

/// A number that can have a fraction: a type accepted by [`ceil`], [`floor`], [`round`] and [`trunc`].
#[diagnostic::on_unimplemented(
    message = "type `{Self}` is not a number with a fraction",
    label = "expected `f64` or a decimal"
)]
pub trait Fraction: Number {}

macro_rules! numbers {
    ($trait:ident: $($(#[$cfg:meta])* $type:ty),* $(,)?) => {$(
        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl $trait for $type {}
    )*};
}

numbers! {
    Number: i16, i32, i64, f32, f64, #[cfg(feature = "rust_decimal")] rust_decimal::Decimal,
    #[cfg(feature = "bigdecimal")] bigdecimal::BigDecimal,
}
numbers! {
    Fraction: f64, #[cfg(feature = "rust_decimal")] rust_decimal::Decimal,
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
    Abs abs Number "abs(";
    /// The next integer that is not below the number.
    Ceil ceil Fraction "ceil(";
    /// The next integer that is not above the number.
    Floor floor Fraction "floor(";
    /// The nearest integer. Halves are rounded away from zero if the number is a decimal, and on most machines to the nearest
    /// even integer if it is an `f64`.
    Round round Fraction "round(";
    /// The integer part.
    Trunc trunc Fraction "trunc(";
}

functions! {
    /// The inverse cosine, in radians.
    acos(x: f64) -> f64;
    /// The inverse sine, in radians.
    asin(x: f64) -> f64;
    /// The inverse tangent, in radians.
    atan(x: f64) -> f64;
    /// The angle of the point (x, y), in radians.
    atan2(y: f64, x: f64) -> f64;
    /// The cube root.
    cbrt(x: f64) -> f64;
    /// The cosine of an angle in radians.
    cos(x: f64) -> f64;
    /// Radians in degrees.
    degrees(radians: f64) -> f64;
    /// *e* to the power of `x`.
    exp(x: f64) -> f64;
    /// The natural logarithm. The server rejects numbers that are not positive.
    ln(x: f64) -> f64;
    /// The logarithm to base 10. The server rejects numbers that are not positive.
    log10(x: f64) -> f64;
    /// π
    pi() -> f64;
    /// `x` to the power of `exponent`.
    power(x: f64, exponent: f64) -> f64;
    /// Degrees in radians.
    radians(degrees: f64) -> f64;
    /// A random number from 0 up to, but not including, 1.
    random() -> f64;
    /// The sine of an angle in radians.
    sin(x: f64) -> f64;
    /// The square root. The server rejects negative numbers.
    sqrt(x: f64) -> f64;
    /// The tangent of an angle in radians.
    tan(x: f64) -> f64;
}
