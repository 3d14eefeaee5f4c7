//! `ltree`: <https://www.postgresql.org/docs/current/ltree.html>.

use std::fmt;
use std::str::FromStr;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use crate::types::{ArrayElement, DataType, SqlType, encode_text, wire};

/// A path in a tree of labels, `Top.Science.Astronomy`: `ltree`, of the extension of that name.
///
/// ```
/// use schema_core::types::Ltree;
///
/// let path: Ltree = "Top.Science".parse()?;
/// assert_eq!(path.labels().collect::<Vec<_>>(), ["Top", "Science"]);
/// assert_eq!(path.child("Astronomy")?.to_string(), "Top.Science.Astronomy");
///
/// let error = "Top..Science".parse::<Ltree>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "`` is not a label of an `ltree`; use 1 to 1000 letters, digits, `_` and `-`"
/// );
/// # Ok::<(), schema_core::types::LtreeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Ltree(String);

/// A text that is not a label.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{label}` is not a label of an `ltree`; use 1 to 1000 letters, digits, `_` and `-`")]
pub struct LtreeError {
    label: String,
}

/// A pattern of paths such as `Top.*{1,2}.Astro*`: `lquery`. The server rejects a text with another syntax.
///
/// ```
/// use schema_core::types::Lquery;
///
/// assert_eq!(Lquery::from("*.Astronomy.*").0, "*.Astronomy.*");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Lquery(pub String);

/// A condition on the labels of paths such as `Europe & Russia*@`: `ltxtquery`. The server rejects a text with another
/// syntax.
///
/// ```
/// use schema_core::types::Ltxtquery;
///
/// assert_eq!(Ltxtquery::from("Europe & !Transport").0, "Europe & !Transport");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Ltxtquery(pub String);

impl Ltree {
    /// Returns the labels, from the root on.
    pub fn labels(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0.split('.').filter(|label| !label.is_empty())
    }

    /// Returns the path that has one more label.
    ///
    /// # Errors
    ///
    /// If the text is not a label.
    pub fn child(&self, label: &str) -> Result<Self, LtreeError> {
        check(label)?;
        let dot = if self.0.is_empty() { "" } else { "." };
        Ok(Self(format!("{}{dot}{label}", self.0)))
    }
}

/// Checks a label. Which characters are letters depends on the database's locale, so that all letters of Unicode are
/// accepted; hyphens require Postgres 16.
fn check(label: &str) -> Result<(), LtreeError> {
    let is_valid = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    if (1..=1000).contains(&label.chars().count()) && label.chars().all(is_valid) {
        return Ok(());
    }
    let label = label.to_owned();
    Err(LtreeError { label })
}

/// The empty text is the path without labels.
impl FromStr for Ltree {
    type Err = LtreeError;

    fn from_str(text: &str) -> Result<Self, LtreeError> {
        if !text.is_empty() {
            text.split('.').try_for_each(check)?;
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for Ltree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(feature = "json")]
impl serde::Serialize for Ltree {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(feature = "json")]
impl<'de> serde::Deserialize<'de> for Ltree {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The version of the binary format, which is followed by the text.
const VERSION: u8 = 1;

fn encode(text: &str, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
    buffer.push(VERSION);
    encode_text(text, buffer)
}

fn decode(mut bytes: &[u8]) -> Result<String, BoxDynError> {
    let [version] = wire::take(&mut bytes)?;
    if version == VERSION {
        SqlType::decode(bytes)
    } else {
        Err(format!("`{version}` is not a known version of the binary format").into())
    }
}

macro_rules! of_text {
    ($($name:ident $sql:literal;)*) => {$(
        impl SqlType for $name {
            const DATA_TYPE: DataType = DataType::extension($sql, "ltree");

            fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
                encode(&self.0, buffer)
            }

            fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
                Ok(Self(decode(bytes)?))
            }

            fn literal(&self, sql: &mut String) {
                wire::push_quoted(sql, &self.0, $sql);
            }
        }

        impl ArrayElement for $name {}
    )*};
}

of_text! {
    Ltree "ltree";
    Lquery "lquery";
    Ltxtquery "ltxtquery";
}

macro_rules! from_text {
    ($($name:ident)*) => {$(
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }
    )*};
}

from_text! { Lquery Ltxtquery }

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::testing::{assert_round_trip, decode_error, encoded, literal};

    #[test]
    fn round_trips() {
        let path: Ltree = "Top.Größe_1".parse().unwrap();
        assert_round_trip(&path);
        assert_round_trip(&Ltree::default());
        assert_round_trip(&Lquery::from("Top.*"));
        assert_round_trip(&Ltxtquery::from("Top & !Bottom"));
        assert_eq!(encoded(&"a".parse::<Ltree>().unwrap()), [1, b'a']);
        assert_eq!(literal(&path), "'Top.Größe_1'::ltree");
        assert_eq!(
            decode_error::<Ltree>(&[2, b'a']),
            "`2` is not a known version of the binary format"
        );
    }

    #[test]
    fn rejects_what_is_not_a_path() {
        for text in ["a b", "a.", ".a", "a..b", "a'b"] {
            assert!(text.parse::<Ltree>().is_err(), "{text}");
        }
        assert_eq!(Ltree::default().labels().count(), 0);
        assert_eq!(Ltree::default().child("a").unwrap().to_string(), "a");
        assert!(Ltree::default().child("a.b").is_err());
    }
}
