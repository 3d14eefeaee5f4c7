//! Arithmetic with Rust's operators `+`, `-`, `*`, `/` and `%`.
//!
//! <https://www.postgresql.org/docs/current/functions-math.html>

use super::binary::operator;
use crate::types::{HalfVector, Interval, SqlType, Vector};

/// The operators' types, as they appear in the type of a query.
pub(crate) mod operators {
    super::operator! {
        /// `+`
        Addition " + " ADD;
        /// `-`
        Subtraction " - " ADD;
        /// `*`
        Multiplication " * " MULTIPLY;
        /// `/`
        Division " / " MULTIPLY;
        /// `%`
        Remainder " % " MULTIPLY;
    }
}

/// A type that supports `+` and `-`: a number, a vector, a time, to which an [`Interval`] can be added, or a date, to which
/// days can be added.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
/// assert_eq!(
///     Patient.select().columns((Patient.age + 1, Patient.id - Patient.id)).to_sql(),
///     r#"select "patients"."age" + $1, "patients"."id" - "patients"."id" from "patients""#
/// );
/// ```
#[diagnostic::on_unimplemented(
    message = "`+` and `-` do not accept type `{Self}`",
    label = "neither a number nor a time"
)]
pub trait Addable: SqlType {
    /// The type of the right operand.
    type Right: SqlType;
}

/// A type that supports `*`: a [`Number`], or a vector, whose elements are multiplied.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a number",
    label = "cannot be multiplied or divided"
)]
pub trait Multipliable: SqlType {
    /// The type of the right operand.
    type By: SqlType;
}

/// A type that supports `/`, and `*`: a number, or an [`Interval`], which can be multiplied by an `f64`. Dividing integers
/// truncates the quotient.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
/// assert_eq!(
///     Patient.select().columns((Patient.age + 1) / 10 * 10).to_sql(),
///     r#"select ("patients"."age" + $1) / $2 * $3 from "patients""#
/// );
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a number",
    label = "cannot be multiplied or divided"
)]
pub trait Number: SqlType {
    /// The type of the right operand.
    type Factor: SqlType;
}

/// A type that supports `%`: an integer or a decimal.
#[diagnostic::on_unimplemented(
    message = "`%` does not accept type `{Self}`",
    label = "neither an integer nor a decimal"
)]
pub trait Divisible: SqlType {
    /// The type of the right operand.
    type Divisor: SqlType;
}

macro_rules! divisible {
    ($($(#[$cfg:meta])* $type:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl Divisible for $type {
            type Divisor = Self;
        }
    )*};
}

divisible! {
    i16;
    i32;
    i64;
    #[cfg(feature = "rust_decimal")] rust_decimal::Decimal;
    #[cfg(feature = "bigdecimal")] bigdecimal::BigDecimal;
}

macro_rules! numbers {
    ($($(#[$cfg:meta])* $type:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl Addable for $type {
            type Right = Self;
        }

        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl Number for $type {
            type Factor = Self;
        }

        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl Multipliable for $type {
            type By = Self;
        }
    )*};
}

numbers! {
    i16;
    i32;
    i64;
    f32;
    f64;
    #[cfg(feature = "rust_decimal")] rust_decimal::Decimal;
    #[cfg(feature = "bigdecimal")] bigdecimal::BigDecimal;
}

#[diagnostic::do_not_recommend]
impl Number for Interval {
    type Factor = f64;
}

#[diagnostic::do_not_recommend]
impl Multipliable for Interval {
    type By = f64;
}

macro_rules! vectors {
    ($($vector:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<const N: usize> Addable for $vector<N> {
            type Right = Self;
        }

        #[diagnostic::do_not_recommend]
        impl<const N: usize> Multipliable for $vector<N> {
            type By = Self;
        }
    )*};
}

vectors!(Vector HalfVector);

macro_rules! times {
    ($($(#[$cfg:meta])* $type:ty => $right:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl Addable for $type {
            type Right = $right;
        }
    )*};
}

times! {
    Interval => Interval;
    #[cfg(feature = "chrono")] chrono::DateTime<chrono::Utc> => Interval;
    #[cfg(feature = "chrono")] chrono::NaiveDateTime => Interval;
    #[cfg(feature = "chrono")] chrono::NaiveTime => Interval;
    #[cfg(feature = "chrono")] chrono::NaiveDate => i32;
    #[cfg(feature = "time")] time::OffsetDateTime => Interval;
    #[cfg(feature = "time")] time::PrimitiveDateTime => Interval;
    #[cfg(feature = "time")] time::Time => Interval;
    #[cfg(feature = "time")] time::Date => i32;
}

/// Implements Rust's operators for a node.
macro_rules! rust_operators {
    (impl[$($generics:tt)*] $type:ty) => {
        $crate::expr::arithmetic::rust_operators!(@ Add Addition add Addable Right [$($generics)*] $type);
        $crate::expr::arithmetic::rust_operators!(@ Sub Subtraction sub Addable Right [$($generics)*] $type);
        $crate::expr::arithmetic::rust_operators!(@ Mul Multiplication mul Multipliable By [$($generics)*] $type);
        $crate::expr::arithmetic::rust_operators!(@ Div Division div Number Factor [$($generics)*] $type);
        $crate::expr::arithmetic::rust_operators!(@ Rem Remainder rem Divisible Divisor [$($generics)*] $type);
    };
    (@ $name:ident $operator:ident $method:ident $bound:ident $right:ident [$($generics:tt)*] $type:ty) => {
        impl<__Right, $($generics)*> ::std::ops::$name<__Right> for $type
        where
            Self: $crate::expr::Expression<Base: $crate::expr::$bound>,
            __Right: $crate::expr::IntoExpr<
                <<Self as $crate::expr::Expression>::Base as $crate::expr::$bound>::$right,
                <Self as $crate::expr::Expression>::Subject,
            >,
        {
            type Output = $crate::expr::Op<
                $crate::expr::arithmetic::operators::$operator,
                Self,
                __Right::Expr,
                <Self as $crate::expr::Expression>::Base,
            >;

            fn $method(self, right: __Right) -> Self::Output {
                $crate::expr::binary::binary!(self, right.into_expr())
            }
        }
    };
}
pub(crate) use rust_operators;
