//! Rust values in queries: what can be sent as which type, and where a value may stand.

use std::borrow::Cow;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::declare::never;
use super::{Expression, NullableParam, Param};
use crate::sql::encode_array;
use crate::types::{ArrayElement, ColumnType, SqlType, array_text, encode_elements, encode_text};

/// A Rust value that can be sent as a `T`: `T` itself, a reference to one, `&str` for `String`, slices for arrays.
pub trait Value<T: SqlType> {
    /// Appends the value in binary format.
    ///
    /// # Errors
    /// Where the value cannot be written.
    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError>;

    /// The value as Postgres prints it.
    fn text(&self) -> String;
}

/// An expression of type `T`, or a value of it. Not `Option`: with NULL nothing is equal. Messages call the place where
/// it stands `For`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not fit `{For}`, a `{T}`",
    label = "expected `{T}`",
    note = "for a value that may be NULL, use `is_null()` or `is_not_distinct_from(…)`"
)]
pub trait IntoExpr<T, For = T> {
    /// The expression.
    type Expr: Expression<Base = T>;
    /// The expression.
    fn into_expr(self) -> Self::Expr;
}

/// What a column of type `T` can be set to: a value, an expression, and `Option` of a value where `T` is `Option`.
/// Messages call the place where it stands `For`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not fit `{For}`, a `{T}`",
    label = "expected `{T}`",
    note = "set a `{T}`, or an expression of it; where it is an `Option`, also what is in it, or `null()`"
)]
pub trait Assign<T: ColumnType, For = T> {
    /// The expression.
    type Expr: Expression<Base = T::Base>;
    /// The expression.
    fn assign(self) -> Self::Expr;
}

/// A field of a user's struct that can be inserted into a column of type `T`, which messages call `For`.
#[diagnostic::on_unimplemented(
    message = "a field of type `{Self}` does not fit `{For}`; it takes a `{T}`",
    label = "the column has type `{T}`"
)]
pub trait ColumnValue<T: ColumnType, For = T> {
    /// The value without NULL.
    type Inner: Value<T::Base>;
    /// The value, or `None` for NULL.
    fn inner(&self) -> Option<&Self::Inner>;
}

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
}

// Each twice: a single one that looks as if it fitted is blamed at the method, and not at the value.
never!(0 IntoExpr into_expr [] &str);
never!(1 IntoExpr into_expr [] &str);
never!(0 Assign assign [] &str);
never!(1 Assign assign [] &str);

/// What no type is. The number tells implementations apart that have the same bound otherwise.
pub trait Never<const WHICH: u8> {
    /// An expression of a type.
    type Expr<T: SqlType>: Expression<Base = T>;
    /// Is never called.
    fn never<T: SqlType>() -> Self::Expr<T>;
}

macro_rules! sent_as {
    ($([$($generics:tt)*] $value:ty => $type:ty, |$self:ident, $buffer:ident| $encode:expr, $text:expr;)*) => {$(
        impl<$($generics)*> Value<$type> for $value {
            #[inline]
            fn encode(&$self, $buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
                $encode
            }

            fn text(&$self) -> String {
                $text
            }
        }
    )*};
}

sent_as! {
    [T: SqlType] T => T, |self, buffer| SqlType::encode(self, buffer), SqlType::text(self);
    [T: SqlType] &T => T, |self, buffer| T::encode(self, buffer), T::text(self);
    [] &str => String, |self, buffer| encode_text(self, buffer), (*self).to_owned();
    [] Cow<'_, str> => String, |self, buffer| encode_text(self, buffer), self.clone().into_owned();
    [] &[u8] => Vec<u8>,
        |self, buffer| { buffer.extend_from_slice(self); Ok(()) }, SqlType::text(&self.to_vec());
    [E: ColumnType<Base: ArrayElement>] &[E] => Vec<E>,
        |self, buffer| encode_elements(self.iter(), buffer), array_text(self.iter());
    [E: ColumnType<Base: ArrayElement>, const N: usize] [E; N] => Vec<E>,
        |self, buffer| encode_elements(self.iter(), buffer), array_text(self.iter());
    [E: ColumnType<Base: ArrayElement>, const N: usize] &[E; N] => Vec<E>,
        |self, buffer| encode_elements(self.iter(), buffer), array_text(self.iter());
    [const N: usize] [&str; N] => Vec<String>,
        |self, buffer| encode_array::<String, &str>(self.iter().map(Some), buffer), texts(self);
    [] &[&str] => Vec<String>,
        |self, buffer| encode_array::<String, &str>(self.iter().map(Some), buffer), texts(self);
}

fn texts(texts: &[&str]) -> String {
    let texts: Vec<String> = texts.iter().copied().map(str::to_owned).collect();
    SqlType::text(&texts)
}
