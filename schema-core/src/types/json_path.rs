//! `jsonpath`: <https://www.postgresql.org/docs/current/datatype-json.html#DATATYPE-JSONPATH>.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::wire;
use crate::types::{ArrayElement, DataType, SqlType};

/// The version of the binary format of `jsonpath`, a byte before the text.
const VERSION: u8 = 1;

/// A path in the SQL/JSON path language: `$.tags[*] ? (@.score > 3)`. The server parses it.
///
/// ```
/// # use schema_core::prelude::*;
/// use schema_core::types::JsonPath;
///
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value }
/// let high = JsonPath::new("$.scores[*] ? (@ > 3)");
/// assert_eq!(
///     Note.select().filter(Note.body.path_exists(high)).columns(Note.id).to_sql(),
///     r#"select "notes"."id" from "notes" where "notes"."body" @? $1"#
/// );
/// ```
///
/// A value is part of a path as a variable, never by joining texts: see
/// [`jsonb_path_exists_with`](crate::expr::function::jsonb_path_exists_with()).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct JsonPath(String);

impl JsonPath {
    /// Creates a path from its text.
    pub fn new(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl SqlType for JsonPath {
    const DATA_TYPE: DataType = DataType::builtin("jsonpath", 4072, 4073);

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        buffer.push(VERSION);
        SqlType::encode(&self.0, buffer)
    }

    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        <String as SqlType>::decode(bytes.strip_prefix(&[VERSION]).unwrap_or(bytes)).map(Self)
    }

    fn literal(&self, sql: &mut String) {
        wire::push_quoted(sql, &self.0, "jsonpath");
    }
}

impl ArrayElement for JsonPath {}

#[cfg(test)]
mod tests {
    use super::super::testing::{assert_round_trip, encode_error, encoded, literal};
    use super::*;

    #[test]
    fn round_trips() {
        let path = JsonPath::new("$.\"a\"[*]?(@ > 3)");
        assert_round_trip(&path);
        assert_eq!(path.as_str(), "$.\"a\"[*]?(@ > 3)");
        assert_eq!(encoded(&JsonPath::new("$")), b"\x01$");
        assert!(encode_error(&JsonPath::new("\0")).contains("NUL"));
    }

    #[test]
    fn writes_a_literal() {
        assert_eq!(literal(&JsonPath::new("$.'a'")), "'$.''a'''::jsonpath");
    }
}
