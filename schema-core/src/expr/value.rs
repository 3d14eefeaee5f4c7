//! Rust values in queries: the values that fit a column or an expression, and the types that they are sent as.

use std::borrow::Cow;
use std::net::IpAddr;
use std::ops;

use super::macros::never;
use super::{Expression, NullableParam, Param};
use crate::types::{ArrayElement, ColumnType, ColumnValue, Inet, Range, RangeElement, SqlType};
#[cfg(feature = "json")]
use crate::types::{Json, JsonContent};

/// An expression of type `T`, or a value of that type. `Option` is excluded, because nothing is equal to NULL. Messages
/// name the other operand `For`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not fit `{For}` (`{T}`)",
    label = "expected `{T}`",
    note = "for a value that may be NULL, use `is_null()` or `is_not_distinct_from(…)`"
)]
pub trait IntoExpr<T, For = T> {
    /// The expression.
    type Expr: Expression<Base = T>;
    /// Converts the value into the expression.
    fn into_expr(self) -> Self::Expr;
}

/// A value or an expression that a column of type `T` can be set to. If `T` is an `Option`, the value can be an
/// `Option` as well. Messages name the column `For`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not fit `{For}` (`{T}`)",
    label = "expected `{T}`",
    note = "set `{T}` or an expression of it; an `Option` also accepts its inner value or `null()`"
)]
pub trait Assign<T: ColumnType, For = T> {
    /// The expression.
    type Expr: Expression<Base = T::Base>;
    /// Converts the value into the expression.
    fn assign(self) -> Self::Expr;
}

/// An argument of the function `For`, for a parameter of type `T`. It is converted into the expression `X`, which is a
/// parameter rather than an associated type: see "One error per mistake" in `docs/architecture.md`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a valid argument of `{For}`",
    label = "expected `{T}`",
    note = "pass a value or an expression of this type; an `Option` also accepts its inner value or `null()`"
)]
pub trait IntoArgument<T, For, X> {
    /// Converts the argument into the expression.
    fn into_argument(self) -> X;
}

#[diagnostic::do_not_recommend]
impl<V: Assign<T, For, Expr = X>, T: ColumnType, For, X> IntoArgument<T, For, X> for V {
    #[inline]
    fn into_argument(self) -> X {
        self.assign()
    }
}

/// Values that can be inserted into a column: `T` and `Option<T>` into one that accepts NULL, only `T` into another.
macro_rules! column_values {
    ([$($generics:tt)*] $value:ty => $type:ty) => {
        #[diagnostic::do_not_recommend]
        impl<$($generics)* For> ColumnValue<$type, For> for $value {
            type Inner = Self;

            #[inline]
            fn inner(&self) -> Option<&Self> {
                Some(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<$($generics)* For> ColumnValue<Option<$type>, For> for $value {
            type Inner = Self;

            #[inline]
            fn inner(&self) -> Option<&Self> {
                Some(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<$($generics)* For> ColumnValue<Option<$type>, For> for Option<$value> {
            type Inner = $value;

            #[inline]
            fn inner(&self) -> Option<&$value> {
                self.as_ref()
            }
        }
    };
}

/// Values that can be compared with an expression, assigned to a column, or inserted into it.
macro_rules! values {
    ($([$($generics:tt)*] $value:ty => $type:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)* For> IntoExpr<$type, For> for $value {
            type Expr = Param<$type, Self>;

            #[inline]
            fn into_expr(self) -> Self::Expr {
                Param::new(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<$($generics)* For> Assign<$type, For> for $value {
            type Expr = Param<$type, Self>;

            #[inline]
            fn assign(self) -> Self::Expr {
                Param::new(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<$($generics)* For> Assign<Option<$type>, For> for $value {
            type Expr = Param<$type, Self>;

            #[inline]
            fn assign(self) -> Self::Expr {
                Param::new(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<$($generics)* For> Assign<Option<$type>, For> for Option<$value> {
            type Expr = NullableParam<$type, $value>;

            #[inline]
            fn assign(self) -> Self::Expr {
                NullableParam::new(self)
            }
        }

        column_values!([$($generics)*] $value => $type);
    )*};
}

values! {
    [T: SqlType,] T => T;
    ['a, T: SqlType,] &'a T => T;
    ['a,] &'a str => String;
    ['a,] Cow<'a, str> => String;
    ['a,] &'a [u8] => Vec<u8>;
    ['a, E: ColumnType<Base: ArrayElement>,] &'a [E] => Vec<E>;
    ['a, E: ColumnType<Base: ArrayElement>, const N: usize,] &'a [E; N] => Vec<E>;
    [E: ColumnType<Base: ArrayElement>, const N: usize,] [E; N] => Vec<E>;
    ['a, const N: usize,] [&'a str; N] => Vec<String>;
    ['a,] &'a [&'a str] => Vec<String>;
    [] IpAddr => Inet;
    [T: RangeElement,] ops::Range<T> => Range<T>;
    [T: RangeElement,] ops::RangeFrom<T> => Range<T>;
    [T: RangeElement,] ops::RangeInclusive<T> => Range<T>;
    [T: RangeElement,] ops::RangeTo<T> => Range<T>;
    [T: RangeElement,] ops::RangeToInclusive<T> => Range<T>;
}

#[cfg(feature = "json")]
values! {
    ['a, T: JsonContent,] Json<&'a T> => Json<T>;
}

// Each has two impls: see `never!`.
never!(0 IntoExpr into_expr [] &str);
never!(1 IntoExpr into_expr [] &str);
never!(0 Assign assign [] &str);
never!(1 Assign assign [] &str);

/// A trait that no type implements. `WHICH` distinguishes impls whose bounds are otherwise the same.
pub trait Never<const WHICH: u8> {
    /// An expression of a type.
    type Expr<T: SqlType>: Expression<Base = T>;
    /// Returns an expression. It is never called.
    fn never<T: SqlType>() -> Self::Expr<T>;
}
