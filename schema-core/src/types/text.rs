//! `text` and similar types: <https://www.postgresql.org/docs/current/datatype-character.html>.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::wire;
use crate::types::{ArrayElement, DataType, SqlType};

/// A text with a NUL character.
#[derive(Debug, thiserror::Error)]
#[error(
    "text contains a NUL character, which Postgres cannot store; remove it, or store the bytes as `bytea`"
)]
struct Nul;

/// Can also be read from `varchar`, `char(n)` (with its padding), `name` and `citext`.
impl SqlType for String {
    const DATA_TYPE: DataType = DataType::builtin("text", 25, 1009)
        .also(&[(1043, 1015), (1042, 1014), (19, 1003)], &["citext"]);

    #[inline]
    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        encode(self, buffer)
    }

    #[inline]
    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        // Copy before the check: it is faster on the copy, which is aligned.
        Self::from_utf8(bytes.to_vec()).map_err(|error| error.utf8_error().into())
    }

    fn literal(&self, sql: &mut String) {
        wire::push_quoted(sql, self, "text");
    }
}

impl ArrayElement for String {}

/// Appends a text in binary format, which is the text itself.
#[inline]
pub(crate) fn encode(text: &str, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
    if text.as_bytes().contains(&0) {
        return Err(Box::new(Nul));
    }
    buffer.extend_from_slice(text.as_bytes());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{assert_round_trip, decode_error, encode_error, encoded, literal};
    use super::*;

    #[test]
    fn round_trips() {
        for text in ["", "ana", "Größe", "患者", "it's", "a\\b", "line\nline"] {
            assert_round_trip(&String::from(text));
        }
        assert_eq!(encoded(&String::from("ana")), b"ana");
    }

    #[test]
    fn rejects_nul() {
        assert_eq!(
            encode_error(&String::from("a\0b")),
            "text contains a NUL character, which Postgres cannot store; remove it, or store the bytes as `bytea`"
        );
    }

    #[test]
    fn rejects_invalid_utf8() {
        assert_eq!(
            decode_error::<String>(b"a\xff"),
            "invalid utf-8 sequence of 1 bytes from index 1"
        );
    }

    #[test]
    fn writes_a_literal() {
        assert_eq!(literal(&String::from("x'y")), "'x''y'::text");
        assert_eq!(literal(&String::from("'")), "''''::text");
        assert_eq!(
            literal(&String::from("a\\'; drop table users; --")),
            "'a\\''; drop table users; --'::text"
        );
        assert_eq!(literal(&String::new()), "''::text");
    }

    #[test]
    fn reads_types_with_the_same_format() {
        use sqlx::postgres::PgTypeInfo;
        use sqlx::postgres::types::Oid;
        for oid in [25, 1043, 1042, 19] {
            assert!(String::DATA_TYPE.accepts(&PgTypeInfo::with_oid(Oid(oid))));
        }
        assert!(!String::DATA_TYPE.accepts(&PgTypeInfo::with_oid(Oid(17))));
        let array = Vec::<String>::DATA_TYPE;
        for oid in [1009, 1015, 1014, 1003] {
            assert!(array.accepts(&PgTypeInfo::with_oid(Oid(oid))));
            assert!(!String::DATA_TYPE.accepts(&PgTypeInfo::with_oid(Oid(oid))));
        }
        assert!(!array.accepts(&PgTypeInfo::with_oid(Oid(1043))));
    }
}
