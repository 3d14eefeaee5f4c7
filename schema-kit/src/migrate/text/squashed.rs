//! Migrations that were squashed into one.

use std::fmt::Write as _;

use schema_ddl::sql::lexer::{TokenKind, tokens};
use sha2::{Digest as _, Sha384};

use super::{Text, TextError};

/// How many bytes of a file's checksum a mark has.
const BYTES: usize = 16;

/// The word of the mark.
const WORD: &str = "squashes ";

/// A migration that is a part of a squashed one: the statements after a mark `-- schema: squashes …`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Squashed {
    /// Its version.
    pub version: i64,
    /// Its version and name, as its files had them.
    pub stem: String,
    /// The first bytes of the checksum of its file, in hexadecimal.
    pub(crate) checksum: String,
    /// The index of its first statement.
    pub(crate) from: usize,
}

impl Squashed {
    /// Reads a mark with this number of statements before it.
    pub(super) fn parse(mark: &str, from: usize) -> Option<Self> {
        let (stem, checksum) = mark.strip_prefix(WORD)?.trim().rsplit_once(' ')?;
        let (version, _) = stem.split_once('_')?;
        Some(Self {
            version: version.parse().ok()?,
            stem: stem.to_owned(),
            checksum: checksum.to_owned(),
            from,
        })
    }

    /// Returns true if this is the checksum of its file, as sqlx records it.
    pub(crate) fn has_checksum(&self, checksum: &[u8]) -> bool {
        checksum
            .get(..BYTES)
            .is_some_and(|bytes| hexadecimal(bytes) == self.checksum)
    }
}

/// Returns the text of a migration as a part of a squashed one.
pub(crate) fn part(stem: &str, sql: &str) -> Result<String, TextError> {
    let body = body(sql)?;
    if !Text::parse(sql)?.squashed().is_empty() {
        return Ok(body);
    }
    let digest = Sha384::digest(sql);
    let checksum = hexadecimal(&digest[..BYTES]);
    Ok(format!("-- schema: {WORD}{stem} {checksum}\n{body}"))
}

/// Returns a text to which others can be appended: its last statement has a semicolon, and the mark of a first line is one
/// that has an effect on any line.
pub(crate) fn body(sql: &str) -> Result<String, TextError> {
    let sql = sql.strip_prefix('\u{feff}').unwrap_or(sql);
    let mut body = String::new();
    if sql.starts_with("-- no-transaction") {
        body.push_str("-- schema: outside\n");
    }
    body.push_str(sql.trim_end());
    body.push('\n');
    let tokens = tokens(sql)?;
    let last = tokens.iter().rfind(|token| token.is_code());
    if last.is_some_and(|token| token.kind != TokenKind::Semicolon) {
        body.push_str(";\n");
    }
    Ok(body)
}

fn hexadecimal(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
