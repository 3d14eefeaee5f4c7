//! Building blocks of the binary format and of SQL literals.

mod array;
mod bound;

use std::fmt::{Arguments, Write as _};

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

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

/// A value that is longer than its last field.
#[derive(Debug, thiserror::Error)]
#[error("{bytes} bytes follow the end of the value")]
struct Trailing {
    bytes: usize,
}

/// Fails unless all bytes were read.
#[inline]
pub(in crate::types) fn assert_end(bytes: &[u8]) -> Result<(), BoxDynError> {
    if bytes.is_empty() {
        Ok(())
    } else {
        Err(Box::new(Trailing { bytes: bytes.len() }))
    }
}

/// Removes a part from the front that starts with its length.
pub(in crate::types) fn take_sized<'b>(bytes: &mut &'b [u8]) -> Result<&'b [u8], BoxDynError> {
    match take_nullable(bytes)? {
        Some(part) => Ok(part),
        None => Err("a part of the value is NULL".into()),
    }
}

/// Removes a part from the front that starts with its length; a negative one is NULL.
pub(in crate::types) fn take_nullable<'b>(
    bytes: &mut &'b [u8],
) -> Result<Option<&'b [u8]>, BoxDynError> {
    let Ok(size) = usize::try_from(i32::from_be_bytes(take(bytes)?)) else {
        return Ok(None);
    };
    let Some((part, rest)) = bytes.split_at_checked(size) else {
        return Err(truncated(size, bytes.len()));
    };
    *bytes = rest;
    Ok(Some(part))
}

/// Appends a part after its length.
pub(in crate::types) fn push_sized(
    buffer: &mut PgArgumentBuffer,
    write: impl FnOnce(&mut PgArgumentBuffer) -> Result<(), BoxDynError>,
) -> Result<(), BoxDynError> {
    let length_at = buffer.len();
    buffer.extend_from_slice(&[0; 4]);
    write(buffer)?;
    let length = i32::try_from(buffer.len() - length_at - 4)?;
    buffer[length_at..length_at + 4].copy_from_slice(&length.to_be_bytes());
    Ok(())
}

/// Appends text in double quotes. Inside them, only quotes and backslashes are special.
pub(in crate::types) fn push_in_quotes(text: &mut String, value: &str) {
    text.push('"');
    for character in value.chars() {
        if matches!(character, '"' | '\\') {
            text.push('\\');
        }
        text.push(character);
    }
    text.push('"');
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
