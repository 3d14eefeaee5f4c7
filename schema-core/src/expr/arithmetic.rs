//! Arithmetic with Rust's operators `+`, `-`, `*`, `/` and `%`.
//!
//! <https://www.postgresql.org/docs/current/functions-math.html>

use super::binary::operator;
use crate::types::{Interval, SqlType};

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

/// A type that supports `+` and `-`: a number, or a time, to which an [`Interval`] can be added.
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

/// A type that supports `*`, `/` and `%`. Dividing integers truncates the quotient.
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

macro_rules! times {
    ($($(#[$cfg:meta])* $type:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl Addable for $type {
            type Right = Interval;
        }
    )*};
}

times! {
    Interval;
    #[cfg(feature = "chrono")] chrono::DateTime<chrono::Utc>;
    #[cfg(feature = "chrono")] chrono::NaiveDateTime;
    #[cfg(feature = "chrono")] chrono::NaiveTime;
    #[cfg(feature = "time")] time::OffsetDateTime;
    #[cfg(feature = "time")] time::PrimitiveDateTime;
    #[cfg(feature = "time")] time::Time;
}

/// Implements Rust's operators for a node.
macro_rules! rust_operators {
    (impl[$($generics:tt)*] $type:ty) => {
        $crate::expr::arithmetic::rust_operators!(@ Add Addition add Addable Right [$($generics)*] $type);
        $crate::expr::arithmetic::rust_operators!(@ Sub Subtraction sub Addable Right [$($generics)*] $type);
        $crate::expr::arithmetic::rust_operators!(@ Mul Multiplication mul Number Factor [$($generics)*] $type);
        $crate::expr::arithmetic::rust_operators!(@ Div Division div Number Factor [$($generics)*] $type);
        $crate::expr::arithmetic::rust_operators!(@ Rem Remainder rem Number Factor [$($generics)*] $type);
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
