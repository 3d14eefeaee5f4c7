//! `jsonb` and `json`: <https://www.postgresql.org/docs/current/datatype-json.html>.

use std::io;
use std::ops::{Deref, DerefMut};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::ser::{CharEscape, CompactFormatter, Formatter};
use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::wire;
use crate::types::{ArrayElement, DataType, SqlType, Value};

/// `jsonb`, which can also be read from `json`.
const DATA_TYPE: DataType = DataType::builtin("jsonb", 3802, 3807).also(&[(114, 199)], &[]);

/// The version of the binary format of `jsonb`, a byte before the text. No JSON text starts with it.
const VERSION: u8 = 1;

/// A value of any serde type, stored as `jsonb`.
///
/// ```
/// use schema_core::prelude::*;
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Serialize, Deserialize)]
/// struct Analysis {
///     agent: String,
///     score: f64,
/// }
///
/// #[table(name = "notes")]
/// struct Note {
///     #[column(primary_key)]
///     id: i64,
///     analysis: Json<Analysis>,
/// }
///
/// let note = Note { id: 1, analysis: Json(Analysis { agent: "triage".into(), score: 0.75 }) };
/// assert_eq!(note.analysis.agent, "triage");
/// assert_eq!(Note::DEF.column("analysis").unwrap().data_type.sql(), "jsonb");
/// ```
///
/// It dereferences to the inner value. A column without a fixed structure has the type `serde_json::Value`. Both
/// support the operators of [`JsonMethods`](crate::expr::JsonMethods), and both can be read from a `json` column.
///
/// `Json(&value)` sends a value that the program keeps. `value.into()` is a `Json` as well, for a module that imports
/// another type of this name, such as that of axum.
///
/// ```
/// # use schema_core::prelude::*;
/// # use serde::{Deserialize, Serialize};
/// # #[derive(Serialize, Deserialize)]
/// # struct Analysis { agent: String }
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, analysis: Json<Analysis> }
/// let analysis = Analysis { agent: "triage".into() };
/// let update = Note.update().set(Note.analysis, Json(&analysis)).filter(Note.id.eq(7));
/// assert_eq!(update.to_sql(), r#"update "notes" set "analysis" = $1 where "notes"."id" = $2"#);
///
/// let new = NewNote { id: 8, analysis: analysis.into() };
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Json<T>(pub T);

impl<T> Json<T> {
    /// Returns the inner value.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// let tags = Json(vec!["new", "urgent"]);
    /// assert_eq!(tags.into_inner(), ["new", "urgent"]);
    /// ```
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Json<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Json<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T> From<T> for Json<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T> AsRef<T> for Json<T> {
    fn as_ref(&self) -> &T {
        &self.0
    }
}

impl<T> AsMut<T> for Json<T> {
    fn as_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

/// A type that [`Json`] can contain: serde can serialize and deserialize it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be stored as JSON",
    label = "serde cannot both serialize and deserialize this",
    note = "derive serde's `Serialize` and `Deserialize` for it"
)]
pub trait JsonContent: Serialize + DeserializeOwned {}

#[diagnostic::do_not_recommend]
impl<T: Serialize + DeserializeOwned> JsonContent for T {}

/// `encode` and `decode` return serde's errors. A value that serde cannot serialize, such as a map whose keys are not
/// strings, has no literal: `literal` writes serde's message instead, which the server rejects and shows.
impl<T: JsonContent> SqlType for Json<T> {
    const DATA_TYPE: DataType = DATA_TYPE;

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        encode(&self.0, buffer)
    }

    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        decode(bytes).map(Self)
    }

    fn literal(&self, sql: &mut String) {
        let text = serde_json::to_string(&self.0).unwrap_or_else(|error| error.to_string());
        wire::push_quoted(sql, &text, "jsonb");
    }
}

impl<T: JsonContent> ArrayElement for Json<T> {}

impl<T: JsonContent> Value<Json<T>> for Json<&T> {
    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        encode(self.0, buffer)
    }

    fn text(&self) -> String {
        serde_json::to_string(self.0).unwrap_or_else(|error| error.to_string())
    }
}

impl SqlType for serde_json::Value {
    const DATA_TYPE: DataType = DATA_TYPE;

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        encode(self, buffer)
    }

    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        decode(bytes)
    }

    fn literal(&self, sql: &mut String) {
        wire::push_quoted(sql, &self.to_string(), "jsonb");
    }
}

impl ArrayElement for serde_json::Value {}

fn encode<T: Serialize>(value: &T, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
    buffer.push(VERSION);
    let bytes: &mut Vec<u8> = buffer;
    let mut serializer = serde_json::Serializer::with_formatter(bytes, WithoutNul);
    value.serialize(&mut serializer).map_err(encode_error)
}

#[cold]
fn encode_error(error: serde_json::Error) -> BoxDynError {
    // The buffer cannot fail, only the formatter.
    if error.is_io() {
        Box::new(Nul)
    } else {
        Box::new(error)
    }
}

/// A JSON text with a NUL character.
#[derive(Debug, thiserror::Error)]
#[error("JSON contains a NUL character (`\\u0000`), which `jsonb` cannot store; remove it")]
struct Nul;

/// Writes compact JSON, and fails at a NUL character, which is valid in JSON but not in `jsonb`. Only characters that
/// are escaped take this path, so others cost nothing.
struct WithoutNul;

impl Formatter for WithoutNul {
    fn write_char_escape<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        if matches!(escape, CharEscape::AsciiControl(0)) {
            return Err(io::ErrorKind::InvalidData.into());
        }
        CompactFormatter.write_char_escape(writer, escape)
    }

    // A `RawValue`, which is text already.
    fn write_raw_fragment<W: io::Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        if has_escaped_nul(fragment) {
            return Err(io::ErrorKind::InvalidData.into());
        }
        writer.write_all(fragment.as_bytes())
    }
}

/// Returns true if a JSON text contains `\u0000`, and not an escaped backslash before `u0000`.
fn has_escaped_nul(json: &str) -> bool {
    json.match_indices("\\u0000").any(|(at, _)| {
        let backslashes = json[..at].bytes().rev().take_while(|byte| *byte == b'\\');
        backslashes.count() % 2 == 0
    })
}

fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, BoxDynError> {
    let text = bytes.strip_prefix(&[VERSION]).unwrap_or(bytes);
    Ok(serde_json::from_slice(text)?)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::{Value, json};

    use super::super::testing::{
        assert_round_trip, decode_error, decoded, encode_error, encoded, literal,
    };
    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Analysis {
        agent: String,
        score: f64,
    }

    #[test]
    fn round_trips() {
        for value in [
            json!(null),
            json!([1, "two", {"three": 3.5}]),
            json!("it's \\ \u{1}"),
        ] {
            assert_round_trip(&value);
        }
        assert_round_trip(&Json(Analysis {
            agent: "triage".into(),
            score: 0.75,
        }));
        assert_eq!(encoded(&json!([1])), b"\x01[1]");
    }

    /// Finding D24.
    #[test]
    fn rejects_nul() {
        let message =
            "JSON contains a NUL character (`\\u0000`), which `jsonb` cannot store; remove it";
        assert_eq!(encode_error(&json!("a\0b")), message);
        assert_eq!(encode_error(&json!({"a": {"\0": 1}})), message);
        assert_eq!(encode_error(&Json(vec!['\0'])), message);
        assert_eq!(encoded(&json!("\\u0000")), b"\x01\"\\\\u0000\"");
        assert!(has_escaped_nul(r#""\u0000""#) && has_escaped_nul(r#""\\\u0000""#));
        assert!(!has_escaped_nul(r#""\\u0000""#) && !has_escaped_nul(r#""\u0001""#));
    }

    #[test]
    fn decodes_json_without_a_version() {
        assert_eq!(decoded::<Value>(b"{\"a\": 1}"), json!({"a": 1}));
        assert_eq!(decoded::<Json<Vec<i32>>>(b" [1, 2]").0, [1, 2]);
    }

    #[test]
    fn returns_the_errors_of_serde() {
        assert_eq!(
            decode_error::<Json<Analysis>>(b"\x01{\"agent\": \"triage\"}"),
            "missing field `score` at line 1 column 19"
        );
        assert_eq!(
            decode_error::<Value>(b"\x01"),
            "EOF while parsing a value at line 1 column 0"
        );
        assert_eq!(
            decode_error::<Value>(b"\x02{}"),
            "expected value at line 1 column 1"
        );
        let map = Json(BTreeMap::from([(None::<i32>, 1)]));
        assert_eq!(encode_error(&map), "key must be a string");
    }

    #[test]
    fn writes_a_literal() {
        assert_eq!(literal(&json!({"it's": 1})), "'{\"it''s\":1}'::jsonb");
        assert_eq!(literal(&Json(vec![1, 2])), "'[1,2]'::jsonb");
        let map = Json(BTreeMap::from([(None::<i32>, 1)]));
        assert_eq!(literal(&map), "'key must be a string'::jsonb");
    }

    #[test]
    fn serializes_as_the_inner_value() {
        assert_eq!(serde_json::to_string(&Json([1, 2])).unwrap(), "[1,2]");
        assert_eq!(serde_json::from_str::<Json<i32>>("3").unwrap(), Json(3));
    }
}
