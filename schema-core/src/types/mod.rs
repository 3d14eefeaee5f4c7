//! Which Rust type is stored in which Postgres type.
//!
//! | Rust | Postgres | feature |
//! |---|---|---|
//! | `bool` | `boolean` | |
//! | `i16`, `i32`, `i64` | `smallint`, `integer`, `bigint` | |
//! | `f32`, `f64` | `real`, `double precision` | |
//! | `String` | `text` (also read from `varchar`, `char(n)`, `name`, `citext`) | |
//! | `Vec<u8>` | `bytea` | |
//! | `Uuid` | `uuid` | `uuid` |
//! | `DateTime<Utc>`, `NaiveDateTime`, `NaiveDate`, `NaiveTime` | `timestamptz`, `timestamp`, `date`, `time` | `chrono` |
//! | `OffsetDateTime`, `PrimitiveDateTime`, `Date`, `Time` | `timestamptz`, `timestamp`, `date`, `time` | `time` |
//! | [`Interval`] | `interval` | |
//! | `Decimal`, `BigDecimal` | `numeric` | `rust_decimal`, `bigdecimal` |
//! | `serde_json::Value`, [`Json<T>`](Json) | `jsonb` | `json` |
//! | `Vec<T>`, `Vec<Option<T>>` | the array of `T`'s type | |
//! | an enum with `#[derive(PgEnum)]` | that enum | |
//! | a newtype with `#[derive(PgNewtype)]` | the type inside | |
//! | [`Vector<N>`](Vector), [`HalfVector<N>`](HalfVector), [`SparseVector<N>`](SparseVector) | `vector(N)`, `halfvec(N)`, `sparsevec(N)` of pgvector | |
//! | [`Bits<N>`](Bits) | `bit(N)` | |
//! | `BitVec` | `varbit` (also read from `bit(n)`) | `bit-vec` |
//!
//! `Option<T>` is the same type where it may be NULL. `Json<T>` also reads `json`.

mod array;
#[cfg(feature = "bit-vec")]
mod bit_vec;
mod bits;
mod bool;
mod bytes;
#[cfg(feature = "chrono")]
mod chrono;
#[cfg_attr(
    not(any(feature = "chrono", feature = "time")),
    expect(dead_code, reason = "an interval needs only its fraction of a second")
)]
mod epoch;
mod float;
mod half_float;
mod half_vector;
mod int;
mod interval;
#[cfg(feature = "json")]
mod json;
mod null;
#[cfg(any(feature = "rust_decimal", feature = "bigdecimal"))]
mod numeric;
mod sparse_vector;
#[cfg(test)]
mod testing;
mod text;
#[cfg(feature = "time")]
mod time;
#[cfg(feature = "uuid")]
mod uuid;
mod vector;
mod wire;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

pub(crate) use self::array::{encode as encode_elements, text as array_text};
pub use self::bits::{Bits, BitsError};
pub use self::half_vector::HalfVector;
pub use self::interval::{Interval, IntervalError};
#[cfg(feature = "json")]
pub use self::json::{Json, JsonContent};
pub use self::null::{NotNull, Nullability, Nullable};
pub use self::sparse_vector::{SparseVector, SparseVectorError};
pub(crate) use self::text::encode as encode_text;
pub use self::vector::{DimensionError, ParseVectorError, Vector};
pub(crate) use self::wire::push_quoted;
use crate::table::DataType;

/// A Rust type that is stored in a Postgres type; never NULL.
///
/// `encode` and `decode` speak Postgres's binary format. A type of your own gets this by
/// `#[derive(PgEnum)]`, `#[derive(PgNewtype)]`, or by being wrapped in `Json<…>`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a type that a column can have",
    label = "no Postgres type is known for this",
    note = "an enum derives `PgEnum`, a struct around one value `PgNewtype`; others are stored as `Json<…>`"
)]
pub trait SqlType: Sized {
    /// The Postgres type.
    const DATA_TYPE: DataType;

    /// Appends the value in binary format; the buffer is a `Vec<u8>` underneath.
    ///
    /// # Errors
    /// Where the value cannot be written, such as a length over what Postgres takes. What was appended by then
    /// is dropped by the caller.
    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError>;

    /// Reads a value from its binary format.
    ///
    /// # Errors
    /// Where the bytes are not a value of this type.
    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError>;

    /// Appends the value as a SQL literal with its type, such as `'pending'::"order_status"`, for defaults in DDL.
    fn literal(&self, sql: &mut String);

    /// The value as Postgres prints it: the literal without its quotes and its cast.
    fn text(&self) -> String {
        let mut literal = String::new();
        self.literal(&mut literal);
        wire::unquoted(literal)
    }
}

/// A type that can be an element of an array: every [`SqlType`] that is not an array itself.
#[diagnostic::on_unimplemented(
    message = "an array of `{Self}` is not a type that a column can have",
    label = "not an element of a Postgres array",
    note = "for arrays of arrays, store `Json<…>`"
)]
pub trait ArrayElement: SqlType {}

/// What a column's field can be: a [`SqlType`], or `Option` of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a type that a column can have",
    label = "no Postgres type is known for this",
    note = "an enum derives `PgEnum`, a struct around one value `PgNewtype`; others are stored as `Json<…>`"
)]
pub trait ColumnType: Sized {
    /// The type without NULL.
    type Base: SqlType;
    /// Whether NULL is a value.
    type Null: Nullability;

    /// The value, or `None` for NULL.
    fn value(&self) -> Option<&Self::Base>;

    /// Reads a value; `None` is NULL.
    ///
    /// # Errors
    /// For NULL where the type has none, and where the bytes are not a value of this type.
    fn read(bytes: Option<&[u8]>) -> Result<Self, BoxDynError>;
}

#[diagnostic::do_not_recommend]
impl<T: SqlType> ColumnType for T {
    type Base = T;
    type Null = NotNull;

    fn value(&self) -> Option<&T> {
        Some(self)
    }

    #[inline]
    fn read(bytes: Option<&[u8]>) -> Result<Self, BoxDynError> {
        match bytes {
            Some(bytes) => T::decode(bytes),
            None => Err(Box::new(null::UnexpectedNull)),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: SqlType> ColumnType for Option<T> {
    type Base = T;
    type Null = Nullable;

    fn value(&self) -> Option<&T> {
        self.as_ref()
    }

    #[inline]
    fn read(bytes: Option<&[u8]>) -> Result<Self, BoxDynError> {
        bytes.map(T::decode).transpose()
    }
}
