//! Rust values that can be sent as parameters, and the type that each is sent as.

use std::borrow::Cow;
use std::net::IpAddr;
use std::ops;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use crate::types::{
    ArrayElement, ColumnType, Inet, Range, RangeElement, SqlType, array_text, encode_array,
    encode_elements, encode_range, encode_text, range_text,
};

/// A Rust value that can be sent as a `T`: a `T`, a `&T`, a `&str` for `String`, or a slice for an array.
pub trait Value<T: SqlType> {
    /// Appends the value in binary format.
    ///
    /// # Errors
    ///
    /// If the value cannot be encoded.
    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError>;

    /// Returns the value as Postgres prints it.
    fn text(&self) -> String;
}

/// The type of a field that can be inserted into a column of type `T`. Messages name the column `For`.
#[diagnostic::on_unimplemented(
    message = "a field of type `{Self}` does not fit `{For}`; use `{T}`",
    label = "the column has type `{T}`"
)]
pub trait ColumnValue<T: ColumnType, For = T> {
    /// The type without NULL.
    type Inner: Value<T::Base>;
    /// Returns the value, or `None` for NULL.
    fn inner(&self) -> Option<&Self::Inner>;
}

// `[generics] Rust => Postgres, |self, buffer| encode, text;` expands to `impl<generics> Value<Postgres> for Rust` with
// these two expressions as the bodies of `encode` and `text`.
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
    [] IpAddr => Inet, |self, buffer| SqlType::encode(&Inet::from(*self), buffer), Inet::from(*self).to_string();
    [T: RangeElement] ops::Range<T> => Range<T>, |self, buffer| encode_range(self, buffer), range_text(self);
    [T: RangeElement] ops::RangeFrom<T> => Range<T>, |self, buffer| encode_range(self, buffer), range_text(self);
    [T: RangeElement] ops::RangeInclusive<T> => Range<T>, |self, buffer| encode_range(self, buffer), range_text(self);
    [T: RangeElement] ops::RangeTo<T> => Range<T>, |self, buffer| encode_range(self, buffer), range_text(self);
    [T: RangeElement] ops::RangeToInclusive<T> => Range<T>, |self, buffer| encode_range(self, buffer), range_text(self);
}

fn texts(texts: &[&str]) -> String {
    let texts: Vec<String> = texts.iter().copied().map(str::to_owned).collect();
    SqlType::text(&texts)
}
