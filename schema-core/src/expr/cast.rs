//! Casts: `expression::type`.
//!
//! <https://www.postgresql.org/docs/current/sql-expressions.html#SQL-SYNTAX-TYPE-CASTS>

use std::fmt;
use std::marker::PhantomData;

use super::arithmetic::rust_operators;
use super::binary::{CLOSE, OPEN, parenthesis_if, precedence};
use super::function::Argument;
use super::group::group_item;
use super::macros::{condition, expression, no_comparison};
use super::{Expression, InScope};
use crate::def::TableDef;
use crate::sql::{Token, fragment};
use crate::types::{
    ArrayElement, Bits, HalfVector, Interval, NeverNull, Nullability, SparseVector, SqlType, Vector,
};
#[cfg(feature = "json")]
use crate::types::{Json, JsonContent, Nullable};

/// A type that Postgres casts to the type `T`.
///
/// - numbers to each other, and `i32` to `bool` and back
/// - text to every type, and the types of this crate and enums to text
/// - dates, times, timestamps and intervals to each other
/// - JSON to text, numbers and `bool`; `Json<T>` to `serde_json::Value` and back
/// - vectors to each other, and to arrays of numbers and back; bits to integers and back
/// - arrays, if their elements can be cast
#[diagnostic::on_unimplemented(
    message = "Postgres has no cast from `{Self}` to `{T}`",
    label = "cannot be cast to `{T}`",
    note = "a cast by text is possible for most types: `.cast::<String>().cast::<…>()`"
)]
pub trait CastTo<T>: SqlType {
    /// [`Nullable`](crate::types::Nullable) if the result can be NULL although the operand is not.
    type Null: Nullability;
    /// The type `T` itself. It is unknown if there is no cast, so that later calls produce no further errors.
    type Type;
}

/// `operand::type`, from [`cast`](Expression::cast).
pub struct Cast<E, T, N> {
    operand: E,
    marker: PhantomData<fn() -> (T, N)>,
}

impl<E, T, N> Cast<E, T, N> {
    pub(crate) const fn new(operand: E) -> Self {
        Self {
            operand,
            marker: PhantomData,
        }
    }
}

impl<E: Clone, T, N> Clone for Cast<E, T, N> {
    fn clone(&self) -> Self {
        Self::new(self.operand.clone())
    }
}

impl<E: Copy, T, N> Copy for Cast<E, T, N> {}

impl<E: fmt::Debug, T: SqlType, N> fmt::Debug for Cast<E, T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple(T::DATA_TYPE.name)
            .field(&self.operand)
            .finish()
    }
}

/// The name of the type `T` in a constant text.
struct TypeText<T>(PhantomData<T>);

impl<T: SqlType> TypeText<T> {
    const DIGITS: ([u8; 10], usize) = digits(T::DATA_TYPE.modifier);
    const BYTES: &'static [u8] = Self::DIGITS.0.split_at(Self::DIGITS.1).1;
    const MODIFIER: &'static str = match str::from_utf8(Self::BYTES) {
        Ok(digits) => digits,
        Err(_) => "",
    };
    const TOKENS: &'static [Token] = &[
        Token::Text("::"),
        Token::Text(T::DATA_TYPE.name),
        Token::Text(if T::DATA_TYPE.modifier.is_some() {
            "("
        } else {
            ""
        }),
        Token::Text(Self::MODIFIER),
        Token::Text(if T::DATA_TYPE.modifier.is_some() {
            ")"
        } else {
            ""
        }),
        Token::Text(if T::DATA_TYPE.array { "[]" } else { "" }),
    ];
}

/// The decimal digits of a number, and where they start.
const fn digits(number: Option<u32>) -> ([u8; 10], usize) {
    let mut bytes = [b'0'; 10];
    let mut start = bytes.len();
    if let Some(mut rest) = number {
        while rest > 0 || start == bytes.len() {
            start -= 1;
            bytes[start] = b"0123456789"[(rest % 10) as usize];
            rest /= 10;
        }
    }
    (bytes, start)
}

/// The column that is, or that an expression is computed from.
pub(crate) const fn source<E: Expression>() -> Option<(&'static TableDef, &'static str)> {
    match E::INDEXES {
        Some(column) => Some(column),
        None => E::COMPUTED_FROM,
    }
}

const fn loose<E: Expression>() -> bool {
    E::PRECEDENCE < precedence::ATOM
}

fragment!(impl[E: Expression, T: SqlType, N] Cast<E, T, N> {
    [parenthesis_if(loose::<E>(), OPEN)], (operand: Argument<E>), [parenthesis_if(loose::<E>(), CLOSE)],
    [TypeText::<T>::TOKENS],
});

expression!(impl[E: Expression, T: SqlType, N] Cast<E, T, N> {
    base: T,
    kind: E::Kind,
    precedence: ATOM,
    computed_from: source::<E>(),
});

impl<E: InScope<S, I>, T: SqlType, N: Nullability, S, I> InScope<S, (I,)> for Cast<E, T, N> {
    type Null = N::Or<E::Null>;
}

condition!(impl[E: Expression, T: SqlType, N] Cast<E, T, N>);

no_comparison!([E, T, N] Cast<E, T, N>);

rust_operators!(impl[E: Expression, T: SqlType, N] Cast<E, T, N>);

group_item!(impl[E: Expression, T: SqlType, N] Cast<E, T, N>, E);

macro_rules! cast {
    ([$($generics:tt)*] $from:ty => $to:ty) => { cast!([$($generics)*] $from => $to, NeverNull); };
    ([$($generics:tt)*] $from:ty => $to:ty, $null:ty) => {
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> CastTo<$to> for $from {
            type Null = $null;
            type Type = $to;
        }
    };
}

/// Casts from each type on the left to each type on the right.
macro_rules! casts {
    (@ $generics:tt $from:ty => $($to:ty),*) => {$(
        cast!($generics $from => $to);
    )*};
    ($($generics:tt $from:ty => $($to:ty),*;)*) => {$(
        casts!(@ $generics $from => $($to),*);
    )*};
}

cast!([T: SqlType] String => T);
cast!([A: CastTo<B, Null = NeverNull> + ArrayElement, B: ArrayElement] Vec<A> => Vec<B>);
cast!([A: CastTo<B> + ArrayElement, B: ArrayElement] Vec<Option<A>> => Vec<Option<B>>);

casts! {
    [] bool => i32, String;
    [] i16 => i16, i32, i64, f32, f64, String;
    [] i32 => i16, i32, i64, f32, f64, bool, String;
    [] i64 => i16, i32, i64, f32, f64, String;
    [] f32 => i16, i32, i64, f32, f64, String;
    [] f64 => i16, i32, i64, f32, f64, String;
    [] Vec<u8> => String;
    [] Interval => String;
    [const N: usize] Vector<N> => HalfVector<N>, SparseVector<N>, Vec<f32>, String;
    [const N: usize] HalfVector<N> => Vector<N>, SparseVector<N>, Vec<f32>, String;
    [const N: usize] SparseVector<N> => Vector<N>, HalfVector<N>, String;
    [const N: usize] Vec<i32> => Vector<N>, HalfVector<N>, SparseVector<N>;
    [const N: usize] Vec<f32> => Vector<N>, HalfVector<N>, SparseVector<N>;
    [const N: usize] Vec<f64> => Vector<N>, HalfVector<N>, SparseVector<N>;
    [const N: usize] Bits<N> => i32, i64, String;
    [const N: usize] i32 => Bits<N>;
    [const N: usize] i64 => Bits<N>;
    [T: ArrayElement] Vec<T> => String;
    [T: ArrayElement] Vec<Option<T>> => String;
}

/// Casts of a decimal type.
#[cfg(any(feature = "rust_decimal", feature = "bigdecimal"))]
macro_rules! decimal {
    ($decimal:ty) => {
        casts! {
            [] $decimal => i16, i32, i64, f32, f64, $decimal, String;
            [] i16 => $decimal;
            [] i32 => $decimal;
            [] i64 => $decimal;
            [] f32 => $decimal;
            [] f64 => $decimal;
            [const N: usize] Vec<$decimal> => Vector<N>, HalfVector<N>, SparseVector<N>;
        }
        #[cfg(feature = "json")]
        cast!([] serde_json::Value => $decimal, Nullable);
    };
}

#[cfg(feature = "rust_decimal")]
decimal!(rust_decimal::Decimal);
#[cfg(feature = "bigdecimal")]
decimal!(bigdecimal::BigDecimal);

/// Casts of the types of a crate for dates and times.
#[cfg(any(feature = "chrono", feature = "time"))]
macro_rules! times {
    ($moment:ty, $timestamp:ty, $date:ty, $time:ty) => {
        casts! {
            [] $moment => $timestamp, $date, $time, String;
            [] $timestamp => $moment, $date, $time, String;
            [] $date => $moment, $timestamp, String;
            [] $time => Interval, String;
            [] Interval => $time;
        }
    };
}

#[cfg(feature = "chrono")]
times!(
    chrono::DateTime<chrono::Utc>,
    chrono::NaiveDateTime,
    chrono::NaiveDate,
    chrono::NaiveTime
);
#[cfg(feature = "time")]
times!(
    time::OffsetDateTime,
    time::PrimitiveDateTime,
    time::Date,
    time::Time
);

#[cfg(feature = "uuid")]
casts! {
    [] uuid::Uuid => String;
}

#[cfg(feature = "bit-vec")]
casts! {
    [] bit_vec::BitVec => String;
    [const N: usize] bit_vec::BitVec => Bits<N>;
    [const N: usize] Bits<N> => bit_vec::BitVec;
}

// The null of JSON becomes NULL since Postgres 18, and is an error before.
#[cfg(feature = "json")]
macro_rules! json {
    ($($to:ty),*) => {$(
        cast!([] serde_json::Value => $to, Nullable);
    )*};
}

#[cfg(feature = "json")]
json!(bool, i16, i32, i64, f32, f64);
#[cfg(feature = "json")]
casts! {
    [] serde_json::Value => String;
    [T: JsonContent] serde_json::Value => Json<T>;
    [T: JsonContent] Json<T> => serde_json::Value, String;
}
