//! `citext`: <https://www.postgresql.org/docs/current/citext.html>.

use std::fmt;
use std::ops::Deref;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use crate::types::{ArrayElement, DataType, SqlType, encode_text, wire};

/// A text that Postgres compares without regard to case: `citext`, of the extension of that name.
///
/// ```
/// use schema_core::prelude::*;
/// use schema_core::types::CiText;
///
/// #[table(name = "users")]
/// struct User {
///     #[column(unique)]
///     email: CiText,
/// }
///
/// // Finds `Ana@Example.org`, too.
/// let found = User.select().filter(User.email.eq(CiText::from("ana@example.org")));
/// assert_eq!(
///     found.to_sql(),
///     r#"select "users"."email" from "users" where "users"."email" = $1"#
/// );
/// assert_eq!(&*CiText::from("Ana"), "Ana");
/// ```
///
/// In Rust, two of them are equal only if their case is, too: which letters are equal depends on the database's collation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", serde(transparent))]
pub struct CiText(pub String);

impl From<String> for CiText {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for CiText {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<CiText> for String {
    fn from(text: CiText) -> Self {
        text.0
    }
}

impl Deref for CiText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CiText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl SqlType for CiText {
    const DATA_TYPE: DataType = DataType::extension("citext", "citext");

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        encode_text(&self.0, buffer)
    }

    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        Ok(Self(SqlType::decode(bytes)?))
    }

    fn literal(&self, sql: &mut String) {
        wire::push_quoted(sql, &self.0, "citext");
    }
}

impl ArrayElement for CiText {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::testing::{assert_round_trip, encode_error, literal};

    #[test]
    fn round_trips() {
        assert_round_trip(&CiText::from("Ana's"));
        assert_eq!(literal(&CiText::from("Ana's")), "'Ana''s'::citext");
        assert!(encode_error(&CiText::from("a\0")).contains("NUL"));
    }

    #[cfg(feature = "json")]
    #[test]
    fn serializes_as_text() {
        let json = serde_json::to_string(&CiText::from("Ana")).unwrap();
        assert_eq!(json, "\"Ana\"");
        assert_eq!(
            serde_json::from_str::<CiText>(&json).unwrap(),
            CiText::from("Ana")
        );
    }
}
