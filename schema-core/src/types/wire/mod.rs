//! Building blocks of the binary format and of SQL literals.

mod array;
mod bound;

use std::fmt::{Arguments, Write as _};

use sqlx::error::BoxDynError;

pub(crate) use self::array::{Array, encode_array};
pub(crate) use self::bound::Bound;

/// A value whose length does not match its type.
#[derive(Debug, thiserror::Error)]
#[error("wrong length in bytes: expected {expected}, got {got}")]
struct WrongLength {
    expected: usize,
    got: usize,
}

/// A value that ends before its last field.
#[derive(Debug, thiserror::Error)]
#[error("the value ends too early: expected {expected} more bytes, got {got}")]
struct Truncated {
    expected: usize,
    got: usize,
}

/// Returns all bytes of a value with the fixed length `N`.
#[inline]
pub(in crate::types) fn exactly<const N: usize>(bytes: &[u8]) -> Result<[u8; N], BoxDynError> {
    bytes.try_into().map_err(|_| wrong_length(N, bytes.len()))
}

/// Removes the first `N` bytes.
#[inline]
pub(in crate::types) fn take<const N: usize>(bytes: &mut &[u8]) -> Result<[u8; N], BoxDynError> {
    match bytes.split_first_chunk() {
        Some((head, tail)) => {
            *bytes = tail;
            Ok(*head)
        }
        None => Err(truncated(N, bytes.len())),
    }
}

#[cold]
pub(in crate::types) fn wrong_length(expected: usize, got: usize) -> BoxDynError {
    Box::new(WrongLength { expected, got })
}

#[cold]
pub(in crate::types) fn truncated(expected: usize, got: usize) -> BoxDynError {
    Box::new(Truncated { expected, got })
}

/// Appends formatted text.
pub(in crate::types) fn push(sql: &mut String, text: Arguments<'_>) {
    // Writing to a `String` cannot fail.
    let _ = sql.write_fmt(text);
}

/// Appends `'text'::type`. Only quotes are escaped: this relies on `standard_conforming_strings`, the default.
pub(crate) fn push_quoted(sql: &mut String, text: &str, data_type: &str) {
    sql.push('\'');
    let mut parts = text.split('\'');
    sql.push_str(parts.next().unwrap_or_default());
    for part in parts {
        sql.push_str("''");
        sql.push_str(part);
    }
    sql.push_str("'::");
    sql.push_str(data_type);
}

/// Returns the text inside a literal's quotes, or the literal itself if it has none.
pub(in crate::types) fn unquoted(literal: String) -> String {
    match literal
        .strip_prefix('\'')
        .and_then(|rest| rest.rsplit_once('\''))
    {
        Some((text, _)) => text.replace("''", "'"),
        None => literal,
    }
}

/// Appends the shortest text that parses as the same number.
pub(in crate::types) fn push_f32(sql: &mut String, number: f32) {
    if number == 0.0 || !number.is_finite() || (1e-5..1e15).contains(&number.abs()) {
        push(sql, format_args!("{number}"));
    } else {
        push(sql, format_args!("{number:e}"));
    }
}

/// Appends the shortest text that parses as the same number.
pub(in crate::types) fn push_f64(sql: &mut String, number: f64) {
    if number == 0.0 || !number.is_finite() || (1e-5..1e15).contains(&number.abs()) {
        push(sql, format_args!("{number}"));
    } else {
        push(sql, format_args!("{number:e}"));
    }
}
