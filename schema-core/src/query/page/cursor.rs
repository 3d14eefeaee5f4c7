//! Cursors: a position between two rows, as a text for URLs.

use std::fmt;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use crate::error::{CursorKind, Error, Result};
use crate::types::{ColumnType, SqlType};

/// The version of the format.
const VERSION: u8 = 1;
/// The version, the direction, and the hash of the order.
const HEAD: usize = 2 + HASH;
const HASH: usize = 4;

/// A position next to a row, from a [`Page`](super::Page). Its text consists of letters, digits, `-` and `_`.
///
/// It contains the values of the columns that the query is ordered by, which anyone can read. It is not signed: whoever
/// makes one can choose another position of the same query, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Cursor(String);

impl Cursor {
    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn new(backwards: bool, order: u32, key: &[u8]) -> Self {
        let mut bytes = vec![VERSION, u8::from(backwards)];
        bytes.extend_from_slice(&order.to_be_bytes());
        bytes.extend_from_slice(key);
        bytes.extend_from_slice(&hash(&bytes).to_be_bytes());
        Self(encode(&bytes))
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Cursor> for String {
    fn from(cursor: Cursor) -> Self {
        cursor.0
    }
}

/// A cursor that came back: its text, or `None` for the first page.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a cursor",
    label = "expected the text of a cursor, or `Option` of it",
    note = "pass `&str`, `Option<&str>` or `&Cursor`; `None` is the first page"
)]
pub trait IntoCursor {
    /// Returns the text.
    fn text(&self) -> Option<&str>;
}

macro_rules! into_cursor {
    ($($type:ty: |$this:ident| $text:expr;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl IntoCursor for $type {
            fn text(&self) -> Option<&str> {
                let $this = self;
                $text
            }
        }
    )*};
}

into_cursor! {
    &str: |this| Some(this);
    &String: |this| Some(this);
    &Cursor: |this| Some(&this.0);
    Option<&str>: |this| *this;
    Option<&String>: |this| this.map(String::as_str);
    Option<&Cursor>: |this| this.map(Cursor::as_str);
}

/// Returns whether the cursor points backwards, and the bytes of its key.
pub(super) fn open(text: &str, order: u32) -> Result<(bool, Vec<u8>)> {
    let altered = || failed(CursorKind::Altered);
    let bytes = decode(text).ok_or_else(altered)?;
    let (content, check) = bytes.split_last_chunk::<HASH>().ok_or_else(altered)?;
    if *check != hash(content).to_be_bytes() {
        return Err(altered());
    }
    let (head, key) = content.split_at_checked(HEAD).ok_or_else(altered)?;
    let (backwards, order_of_cursor) = match head {
        [VERSION, direction @ (0 | 1), order @ ..] => (*direction == 1, order),
        _ => return Err(failed(CursorKind::Foreign)),
    };
    if order_of_cursor != order.to_be_bytes() {
        return Err(failed(CursorKind::Foreign));
    }
    Ok((backwards, key.to_vec()))
}

pub(super) fn failed(kind: CursorKind) -> Error {
    Error::Cursor { kind }
}

/// Appends a value: its length, or -1 for NULL, and its bytes.
pub(super) fn push_value<T: ColumnType>(key: &mut Vec<u8>, value: &T) -> Result<(), BoxDynError> {
    let Some(value) = value.value() else {
        key.extend_from_slice(&(-1_i32).to_be_bytes());
        return Ok(());
    };
    let mut buffer = PgArgumentBuffer::default();
    value.encode(&mut buffer)?;
    key.extend_from_slice(&i32::try_from(buffer.len())?.to_be_bytes());
    key.extend_from_slice(&buffer);
    Ok(())
}

/// Removes a value from the front.
pub(super) fn take_value<T: ColumnType>(key: &mut &[u8]) -> Option<T> {
    let (length, rest) = key.split_first_chunk()?;
    let Ok(length) = usize::try_from(i32::from_be_bytes(*length)) else {
        *key = rest;
        return T::read(None).ok();
    };
    let (value, rest) = rest.split_at_checked(length)?;
    *key = rest;
    T::read(Some(value)).ok()
}

/// FNV-1a, in 32 bits.
pub(super) fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

/// The alphabet of base64url, <https://www.rfc-editor.org/rfc/rfc4648#section-5>, which is written without padding.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let mut group = [0; 4];
        group[1..=chunk.len()].copy_from_slice(chunk);
        let group = u32::from_be_bytes(group);
        for i in 0..=chunk.len() {
            let digit = (group >> (18 - 6 * i)) & 63;
            text.push(char::from(ALPHABET[digit as usize]));
        }
    }
    text
}

/// Returns `None` for a text that [`encode`] does not return.
fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for chunk in text.as_bytes().chunks(4) {
        let mut group = 0_u32;
        for i in 0..4 {
            let digit = match chunk.get(i) {
                Some(character) => ALPHABET.iter().position(|other| other == character)?,
                None => 0,
            };
            group = group << 6 | u32::try_from(digit).ok()?;
        }
        let [_, group @ ..] = group.to_be_bytes();
        let (used, unused) = group.split_at_checked(chunk.len().checked_sub(1)?)?;
        // A single character is no byte, and the bits after the last byte are zero.
        if used.is_empty() || unused.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend_from_slice(used);
    }
    Some(bytes)
}

/// Adds the name of a type to the description of an order.
pub(super) fn describe<T: SqlType>(order: &mut String) {
    order.push_str(&T::DATA_TYPE.sql());
    order.push(',');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_returns_from_its_text() {
        for length in 0..50_u8 {
            let bytes: Vec<u8> = (0..length).map(|i| i.wrapping_mul(73) ^ 0xa5).collect();
            let text = encode(&bytes);
            assert!(text.bytes().all(|byte| ALPHABET.contains(&byte)));
            assert_eq!(decode(&text).as_deref(), Some(&bytes[..]), "{text}");
        }
        assert_eq!(encode(b"\xff\xfe?"), "__4_");
    }

    #[test]
    fn each_altered_character_is_found() {
        let cursor = Cursor::new(false, 7, b"\0\0\0\x04\0\0\0\x2a");
        assert!(open(cursor.as_str(), 7).is_ok());
        for position in 0..cursor.as_str().len() {
            for character in ['A', 'z', '0', '_', '=', '\'', '%'] {
                let mut text: Vec<char> = cursor.as_str().chars().collect();
                if text[position] == character {
                    continue;
                }
                text[position] = character;
                let text = String::from_iter(text);
                assert!(
                    matches!(open(&text, 7), Err(Error::Cursor { .. })),
                    "{text}"
                );
            }
            let cut = &cursor.as_str()[..position];
            assert!(matches!(
                open(cut, 7),
                Err(Error::Cursor {
                    kind: CursorKind::Altered
                })
            ));
        }
    }

    #[test]
    fn a_cursor_of_another_order_is_foreign() {
        let cursor = Cursor::new(true, 7, &[]);
        let error = open(cursor.as_str(), 8).unwrap_err();
        assert!(matches!(
            error,
            Error::Cursor {
                kind: CursorKind::Foreign
            }
        ));
    }
}
