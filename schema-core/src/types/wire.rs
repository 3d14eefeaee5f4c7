//! Pieces of Postgres's binary format, and of its literals.

use std::fmt::{Arguments, Write as _};

use sqlx::error::BoxDynError;

/// A value of another length than its type has.
#[derive(Debug, thiserror::Error)]
#[error("wrong length in bytes: expected {expected}, got {got}")]
struct WrongLength {
    expected: usize,
    got: usize,
}

/// A value that ends before its last part.
#[derive(Debug, thiserror::Error)]
#[error("the value ends too early: expected {expected} more bytes, got {got}")]
struct Truncated {
    expected: usize,
    got: usize,
}

/// All of the bytes, of a type whose values have the length `N`.
#[inline]
pub(super) fn exactly<const N: usize>(bytes: &[u8]) -> Result<[u8; N], BoxDynError> {
    bytes.try_into().map_err(|_| wrong_length(N, bytes.len()))
}

/// Takes the first `N` bytes off the front.
#[inline]
pub(super) fn take<const N: usize>(bytes: &mut &[u8]) -> Result<[u8; N], BoxDynError> {
    match bytes.split_first_chunk() {
        Some((head, tail)) => {
            *bytes = tail;
            Ok(*head)
        }
        None => Err(truncated(N, bytes.len())),
    }
}

#[cold]
pub(super) fn wrong_length(expected: usize, got: usize) -> BoxDynError {
    Box::new(WrongLength { expected, got })
}

#[cold]
pub(super) fn truncated(expected: usize, got: usize) -> BoxDynError {
    Box::new(Truncated { expected, got })
}

/// Appends formatted text.
pub(super) fn push(sql: &mut String, text: Arguments<'_>) {
    // Writing to a `String` does not fail.
    let _ = sql.write_fmt(text);
}

/// Appends `'text'::type`. With `standard_conforming_strings`, the default, only the quote is special.
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

/// What stands in a literal's quotes; a literal without quotes as it is.
pub(super) fn unquoted(literal: String) -> String {
    match literal
        .strip_prefix('\'')
        .and_then(|rest| rest.rsplit_once('\''))
    {
        Some((text, _)) => text.replace("''", "'"),
        None => literal,
    }
}

/// Appends a number in the shortest text that reads back as the same number.
pub(super) fn push_f32(sql: &mut String, number: f32) {
    if number == 0.0 || !number.is_finite() || (1e-5..1e15).contains(&number.abs()) {
        push(sql, format_args!("{number}"));
    } else {
        push(sql, format_args!("{number:e}"));
    }
}

/// The like of [`push_f32`].
pub(super) fn push_f64(sql: &mut String, number: f64) {
    if number == 0.0 || !number.is_finite() || (1e-5..1e15).contains(&number.abs()) {
        push(sql, format_args!("{number}"));
    } else {
        push(sql, format_args!("{number:e}"));
    }
}
