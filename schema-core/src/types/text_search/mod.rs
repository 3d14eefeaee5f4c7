//! Full-text search: <https://www.postgresql.org/docs/current/datatype-textsearch.html>.

mod config;
mod query;
mod vector;
mod weight;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

pub use self::config::RegConfig;
pub use self::query::TsQuery;
pub use self::vector::{Lexeme, TsVector};
pub use self::weight::Weight;
use crate::types::{encode_text, wire};

/// Appends a text that ends with a zero.
fn push_text(text: &str, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
    encode_text(text, buffer)?;
    buffer.push(0);
    Ok(())
}

/// Removes a text from the front that ends with a zero.
fn take_text(bytes: &mut &[u8]) -> Result<String, BoxDynError> {
    let Some(end) = bytes.iter().position(|byte| *byte == 0) else {
        return Err(wire::truncated(bytes.len() + 1, bytes.len()));
    };
    let (text, rest) = bytes.split_at(end);
    *bytes = rest.get(1..).unwrap_or_default();
    Ok(String::from_utf8(text.to_vec())?)
}

/// Appends a word in quotes, as the texts of vectors and queries have it.
fn push_word(text: &mut String, word: &str) {
    text.push('\'');
    for character in word.chars() {
        if matches!(character, '\'' | '\\') {
            text.push(character);
        }
        text.push(character);
    }
    text.push('\'');
}
