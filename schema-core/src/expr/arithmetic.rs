//! `+`, `-`, `*`, `/`, `%`, as Rust's own operators: `MedicalOrder.priority + 1`.
//!
//! <https://www.postgresql.org/docs/current/functions-math.html>

use super::binary::operator;
use crate::types::{Interval, SqlType};

/// The operators' types, as they stand in the type of a query.
pub(crate) mod operators {
    super::operator! {
        /// `+`
        Add " + " ADD;
        /// `-`
        Sub " - " ADD;
        /// `*`
        Mul " * " MULTIPLY;
        /// `/`
        Div " / " MULTIPLY;
        /// `%`
        Rem " % " MULTIPLY;
    }
}

/// A type that can be added to and subtracted from: numbers, and times with an [`Interval`].
#[diagnostic::on_unimplemented(
    message = "nothing can be added to a `{Self}`",
    label = "neither a number nor a time"
)]
pub trait Plus: SqlType {
    /// What is added.
    type Right: SqlType;
}

/// A number, which can be multiplied and divided. Whole numbers are divided without a rest.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` is not a number",
    label = "cannot be multiplied or divided"
)]
pub trait Arithmetic: SqlType {
    /// What it is multiplied with.
    type Factor: SqlType;
}

macro_rules! numbers {
    ($($(#[$cfg:meta])* $type:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl Plus for $type {
            type Right = Self;
        }

        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl Arithmetic for $type {
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
        impl Plus for $type {
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

/// Rust's operators for a node.
macro_rules! rust_operators {
    (impl[$($generics:tt)*] $type:ty) => {
        $crate::expr::arithmetic::rust_operators!(@ Add add Plus Right [$($generics)*] $type);
        $crate::expr::arithmetic::rust_operators!(@ Sub sub Plus Right [$($generics)*] $type);
        $crate::expr::arithmetic::rust_operators!(@ Mul mul Arithmetic Factor [$($generics)*] $type);
        $crate::expr::arithmetic::rust_operators!(@ Div div Arithmetic Factor [$($generics)*] $type);
        $crate::expr::arithmetic::rust_operators!(@ Rem rem Arithmetic Factor [$($generics)*] $type);
    };
    (@ $name:ident $method:ident $bound:ident $right:ident [$($generics:tt)*] $type:ty) => {
        impl<__Right, $($generics)*> ::std::ops::$name<__Right> for $type
        where
            Self: $crate::expr::Expression<Base: $crate::expr::$bound>,
            __Right: $crate::expr::IntoExpr<
                <<Self as $crate::expr::Expression>::Base as $crate::expr::$bound>::$right,
            >,
        {
            type Output = $crate::expr::Binary<
                $crate::expr::arithmetic::operators::$name,
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
