//! The shared parts of what `#[derive(PgEnum)]`, `#[derive(PgNewtype)]` and `#[derive(Selectable)]` generate.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use crate::types::{DataType, SqlType};

/// Appends an enum's label.
///
/// # Errors
/// Never.
pub fn encode_label(label: &str, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
    buffer.extend_from_slice(label.as_bytes());
    Ok(())
}

/// Appends an enum's label as a literal.
pub fn literal_label(label: &str, data_type: &str, sql: &mut String) {
    crate::types::push_quoted(sql, label, data_type);
}

/// The error for a label that the Rust enum does not have.
#[cold]
pub fn unknown_label(name: &str, label: &[u8]) -> BoxDynError {
    let label = String::from_utf8_lossy(label);
    format!(
        "the enum `{name}` has the label `{label}` in the database, but no variant for it; add one"
    )
    .into()
}

/// A newtype around a value.
#[schema_macros::hide_bounds]
pub trait Newtype: Sized {
    /// The type of the value.
    type Inner: SqlType;
    /// The value.
    fn inner(&self) -> &Self::Inner;
    /// The newtype around a value.
    fn new(inner: Self::Inner) -> Self;
}

/// A field of a newtype in addition to its value.
#[diagnostic::on_unimplemented(
    message = "a newtype has one value, and `{Self}` is a second one; store several as `Json<…>`, or as several columns",
    label = "expected no further field, or a `PhantomData`"
)]
pub trait Phantom {
    /// The only value.
    const VALUE: Self;
}

#[diagnostic::do_not_recommend]
impl<T: ?Sized> Phantom for std::marker::PhantomData<T> {
    const VALUE: Self = Self;
}

/// The value of a `PhantomData`.
#[schema_macros::hide_bounds]
pub const fn phantom<P: Phantom>() -> P {
    P::VALUE
}

/// The Postgres type of a newtype.
pub const fn newtype_data_type<N: Newtype>() -> DataType {
    <N::Inner as SqlType>::DATA_TYPE
}

/// Appends a newtype's value in binary format.
///
/// # Errors
/// Those of the inner type.
#[inline]
pub fn newtype_encode<N: Newtype>(
    newtype: &N,
    buffer: &mut PgArgumentBuffer,
) -> Result<(), BoxDynError> {
    newtype.inner().encode(buffer)
}

/// Reads a newtype from its binary format.
///
/// # Errors
/// Those of the inner type.
#[inline]
pub fn newtype_decode<N: Newtype>(bytes: &[u8]) -> Result<N, BoxDynError> {
    N::Inner::decode(bytes).map(N::new)
}

/// Appends a newtype's value as a literal.
pub fn newtype_literal<N: Newtype>(newtype: &N, sql: &mut String) {
    newtype.inner().literal(sql);
}

/// A newtype's value as Postgres prints it.
pub fn newtype_text<N: Newtype>(newtype: &N) -> String {
    newtype.inner().text()
}

/// Returns the first column that cannot be NULL, of a `Selectable` struct's columns and whether each can be.
pub const fn first_not_null(columns: &[(&'static str, bool)]) -> Option<&'static str> {
    let mut i = 0;
    while i < columns.len() {
        if !columns[i].1 {
            return Some(columns[i].0);
        }
        i += 1;
    }
    None
}
