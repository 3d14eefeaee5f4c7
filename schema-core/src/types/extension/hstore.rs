//! `hstore`: <https://www.postgresql.org/docs/current/hstore.html>.

use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use crate::types::{ArrayElement, DataType, SqlType, encode_text, wire};

/// A map from texts to texts that can be NULL: `hstore`, of the extension of that name.
///
/// ```
/// use schema_core::types::Hstore;
///
/// let labels = Hstore::from_iter([("color", Some("red")), ("size", None)]);
/// assert_eq!(labels["color"].as_deref(), Some("red"));
/// assert_eq!(labels.len(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", serde(transparent))]
pub struct Hstore(pub BTreeMap<String, Option<String>>);

impl Deref for Hstore {
    type Target = BTreeMap<String, Option<String>>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Hstore {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, Option<V>)> for Hstore {
    fn from_iter<I: IntoIterator<Item = (K, Option<V>)>>(pairs: I) -> Self {
        let pairs = pairs.into_iter();
        Self(
            pairs
                .map(|(key, value)| (key.into(), value.map(Into::into)))
                .collect(),
        )
    }
}

impl SqlType for Hstore {
    const DATA_TYPE: DataType = DataType::extension("hstore", "hstore");

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        let count = i32::try_from(self.0.len())?;
        buffer.extend_from_slice(&count.to_be_bytes());
        for (key, value) in &self.0 {
            wire::push_sized(buffer, |buffer| encode_text(key, buffer))?;
            match value {
                Some(value) => wire::push_sized(buffer, |buffer| encode_text(value, buffer))?,
                None => buffer.extend_from_slice(&(-1_i32).to_be_bytes()),
            }
        }
        Ok(())
    }

    fn decode(mut bytes: &[u8]) -> Result<Self, BoxDynError> {
        let count = i32::from_be_bytes(wire::take(&mut bytes)?);
        let mut map = BTreeMap::new();
        for _ in 0..count {
            let key = SqlType::decode(wire::take_sized(&mut bytes)?)?;
            let value = wire::take_nullable(&mut bytes)?;
            map.insert(key, value.map(SqlType::decode).transpose()?);
        }
        wire::assert_end(bytes)?;
        Ok(Self(map))
    }

    fn literal(&self, sql: &mut String) {
        let mut text = String::new();
        for (position, (key, value)) in self.0.iter().enumerate() {
            if position > 0 {
                text.push_str(", ");
            }
            wire::push_in_quotes(&mut text, key);
            text.push_str("=>");
            match value {
                Some(value) => wire::push_in_quotes(&mut text, value),
                None => text.push_str("NULL"),
            }
        }
        wire::push_quoted(sql, &text, "hstore");
    }
}

impl ArrayElement for Hstore {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::testing::{
        assert_length_is_checked, assert_no_panic, assert_round_trip, literal,
    };

    #[test]
    fn round_trips() {
        let map = Hstore::from_iter([("a", Some("1")), ("b \"c\"", None), ("", Some("it's"))]);
        assert_round_trip(&map);
        assert_round_trip(&Hstore::default());
        assert_length_is_checked(&map);
        assert_no_panic(&map);
        assert_eq!(
            literal(&map),
            r#"'""=>"it''s", "a"=>"1", "b \"c\""=>NULL'::hstore"#
        );
    }
}
