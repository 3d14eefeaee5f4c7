//! Checks of a column's type whose message contains a remedy for types of that name.
//!
//! `#[table]` chooses one by the name of the type. The name only decides the words: whether the type is valid is checked as
//! for every other type.

use schema_macros::hide_bounds;

use crate::def::Message;
use crate::types::{ColumnType, SqlType};

// `function Trait "message" "label";` declares a function like `column_type`, with another trait and message.
macro_rules! hints {
    ($($function:ident $hint:ident $label:literal;)*) => {$(
        /// Checks that `T` can be the type of column `C`, like [`column_type`](super::column_type).
        #[hide_bounds]
        pub const fn $function<T: $hint<R, C>, R, C>() -> usize {
            1
        }

        /// The type of a field: a [`ColumnType`]. Messages name column `C` of the struct `R`.
        #[diagnostic::on_unimplemented(
            message = "column `{C}` of `{R}` cannot have type `{Self}`",
            label = $label
        )]
        pub trait $hint<R, C> {}

        #[diagnostic::do_not_recommend]
        impl<T: ColumnType, R, C> $hint<R, C> for T {}
    )*};
}

hints! {
    column_number NumberOf "use `i64`, `i32` or `i16`, or `Decimal` for more digits";
    column_text TextOf "use `String`";
    column_bytes BytesOf "use `Vec<u8>` for `bytea`, `Uuid` for `uuid`";
    column_list ListOf "use `Vec<…>` for an array, `Vector<N>` for a vector";
    column_map MapOf "use `Json<…>`";
    column_moment MomentOf "use `DateTime<Utc>` with the feature `chrono`, `OffsetDateTime` with `time`";
    column_duration DurationOf "use `Interval`";
    column_address AddressOf "use `Inet` for an address, `Cidr` for a network, `MacAddr` for a device";
    column_chrono ChronoOf "turn on the feature `chrono` of `schema-core`";
    column_time TimeOf "turn on the feature `time` of `schema-core`";
    column_decimal DecimalOf "turn on the feature `rust_decimal` of `schema-core`";
    column_big_decimal BigDecimalOf "turn on the feature `bigdecimal` of `schema-core`";
    column_uuid UuidOf "turn on the feature `uuid` of `schema-core`";
    column_bit_vec BitVecOf "turn on the feature `bit-vec` of `schema-core`";
    column_value ValueOf "turn on the feature `json` of `schema-core`";
    column_pointer PointerOf "write the type without the pointer";
}

/// Checks that `T` can be the type of column `C`, like [`column_type`](super::column_type), and that it is not a multirange
/// of this crate, which has no values.
///
/// # Panics
/// If it is one.
#[hide_bounds]
#[track_caller]
pub const fn column_multirange<T: ColumnMultirange<R, C>, R, C>() -> usize {
    if T::HAS_NO_VALUES {
        let message = "sqlx cannot read a multirange; use `Vec<Range<…>>`";
        Message::new().text(message).fail();
    }
    1
}

/// The type of a field named `Multirange`. Messages name column `C` of the struct `R`.
#[diagnostic::on_unimplemented(
    message = "column `{C}` of `{R}` cannot have type `{Self}`",
    label = "no Postgres type is known for this"
)]
pub trait ColumnMultirange<R, C> {
    /// True if it is a multirange of this crate.
    const HAS_NO_VALUES: bool;
}

#[diagnostic::do_not_recommend]
impl<T: ColumnType, R, C> ColumnMultirange<R, C> for T {
    const HAS_NO_VALUES: bool = matches!(
        <T::Base as SqlType>::DATA_TYPE.oid,
        Some(4451 | 4532..=4536)
    );
}

/// Checks that `T` can be the content of column `C`, whose type is a `Json<T>`.
#[hide_bounds]
pub const fn column_json<T: JsonOf<R, C>, R, C>() -> usize {
    1
}

/// The content of a column of JSON. Messages name column `C` of the struct `R`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be stored as JSON in column `{C}` of `{R}`",
    label = "it does not implement both `Serialize` and `Deserialize`",
    note = "derive serde's `Serialize` and `Deserialize` for it"
)]
pub trait JsonOf<R, C> {}

#[cfg(feature = "json")]
#[diagnostic::do_not_recommend]
impl<T: crate::types::JsonContent, R, C> JsonOf<R, C> for T {}

#[cfg(not(feature = "json"))]
impl<T, R, C> JsonOf<R, C> for T {}
