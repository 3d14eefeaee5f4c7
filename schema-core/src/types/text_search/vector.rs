//! `tsvector`: <https://www.postgresql.org/docs/current/datatype-textsearch.html#DATATYPE-TSVECTOR>.

use std::fmt;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::{Weight, push_text, push_word, take_text};
use crate::types::{ArrayElement, DataType, SqlType, wire};

/// A document as a sorted list of its words: `tsvector`.
///
/// A table usually has one as a generated column, which the server computes:
///
/// ```
/// use schema_core::prelude::*;
/// use schema_core::types::TsVector;
///
/// #[table(name = "articles")]
/// #[index(gin(search))]
/// struct Article {
///     #[column(primary_key)]
///     id: i64,
///     title: String,
///     body: String,
///     #[column(generated = "setweight(to_tsvector('english', title), 'A') || to_tsvector('english', body)")]
///     search: TsVector,
/// }
///
/// assert!(schema![Article].create()?.to_string().contains(r#"using gin ("search")"#));
/// # Ok::<(), schema_core::ddl::DdlError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct TsVector(Vec<Lexeme>);

/// A word of a [`TsVector`], and its positions in the document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Lexeme {
    /// The word, normalized.
    pub word: String,
    /// The positions, in ascending order, each with its weight. They can be stripped.
    pub positions: Vec<(u16, Weight)>,
}

impl TsVector {
    /// Returns the words, in ascending order.
    ///
    /// ```
    /// use schema_core::types::{Lexeme, TsVector, Weight};
    ///
    /// let cat = Lexeme { word: "cat".into(), positions: vec![(3, Weight::A)] };
    /// let dog = Lexeme { word: "dog".into(), positions: vec![] };
    /// let vector = TsVector::from_iter([dog, cat]);
    /// assert_eq!(vector.lexemes()[0].word, "cat");
    /// assert_eq!(vector.to_string(), "'cat':3A 'dog'");
    /// ```
    pub fn lexemes(&self) -> &[Lexeme] {
        &self.0
    }
}

/// Sorts the words, and unites the positions of those that are equal.
impl FromIterator<Lexeme> for TsVector {
    fn from_iter<I: IntoIterator<Item = Lexeme>>(lexemes: I) -> Self {
        let mut all: Vec<Lexeme> = lexemes.into_iter().collect();
        all.sort_by(|a, b| a.word.cmp(&b.word));
        all.dedup_by(|next, first| {
            let is_same = next.word == first.word;
            if is_same {
                first.positions.append(&mut next.positions);
            }
            is_same
        });
        for lexeme in &mut all {
            lexeme.positions.sort_unstable();
            lexeme.positions.dedup_by_key(|(position, _)| *position);
        }
        Self(all)
    }
}

/// Writes the vector as Postgres prints it: `'cat':3A 'dog'`.
impl fmt::Display for TsVector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, lexeme) in self.0.iter().enumerate() {
            let mut text = String::from(if at > 0 { " " } else { "" });
            push_word(&mut text, &lexeme.word);
            for (at, (position, weight)) in lexeme.positions.iter().enumerate() {
                text.push(if at > 0 { ',' } else { ':' });
                text.push_str(&position.to_string());
                if *weight != Weight::D {
                    text.push(weight.letter());
                }
            }
            f.write_str(&text)?;
        }
        Ok(())
    }
}

/// The bits of a position in the binary format; the two above are its weight.
const POSITION: u16 = 0x3fff;

/// Positions after 16,383 are that.
impl SqlType for TsVector {
    const DATA_TYPE: DataType = DataType::builtin("tsvector", 3614, 3643);

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        let count = i32::try_from(self.0.len())?;
        buffer.extend_from_slice(&count.to_be_bytes());
        for lexeme in &self.0 {
            push_text(&lexeme.word, buffer)?;
            let count = u16::try_from(lexeme.positions.len())?;
            buffer.extend_from_slice(&count.to_be_bytes());
            for (position, weight) in &lexeme.positions {
                let bits = (*position).min(POSITION) | u16::from(weight.number()) << 14;
                buffer.extend_from_slice(&bits.to_be_bytes());
            }
        }
        Ok(())
    }

    fn decode(mut bytes: &[u8]) -> Result<Self, BoxDynError> {
        let count = i32::from_be_bytes(wire::take(&mut bytes)?);
        let mut lexemes = Vec::new();
        for _ in 0..count {
            let word = take_text(&mut bytes)?;
            let count = u16::from_be_bytes(wire::take(&mut bytes)?);
            let mut positions = Vec::new();
            for _ in 0..count {
                let bits = u16::from_be_bytes(wire::take(&mut bytes)?);
                let weight = match bits >> 14 {
                    3 => Weight::A,
                    2 => Weight::B,
                    1 => Weight::C,
                    _ => Weight::D,
                };
                positions.push((bits & POSITION, weight));
            }
            lexemes.push(Lexeme { word, positions });
        }
        wire::assert_end(bytes)?;
        Ok(Self(lexemes))
    }

    fn literal(&self, sql: &mut String) {
        wire::push_quoted(sql, &self.to_string(), "tsvector");
    }
}

impl ArrayElement for TsVector {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::testing::{
        assert_length_is_checked, assert_no_panic, assert_round_trip, encode_error, encoded,
        literal,
    };

    fn lexeme(word: &str, positions: &[(u16, Weight)]) -> Lexeme {
        Lexeme {
            word: word.to_owned(),
            positions: positions.to_vec(),
        }
    }

    #[test]
    fn round_trips() {
        let vector = TsVector::from_iter([
            lexeme("dog", &[(2, Weight::D), (9, Weight::C)]),
            lexeme("cat", &[]),
        ]);
        assert_round_trip(&vector);
        assert_round_trip(&TsVector::default());
        assert_length_is_checked(&vector);
        assert_no_panic(&vector);
        assert_eq!(
            encoded(&TsVector::from_iter([lexeme("a", &[(1, Weight::A)])])),
            [0, 0, 0, 1, b'a', 0, 0, 1, 0xc0, 1]
        );
    }

    #[test]
    fn equal_words_are_united() {
        let vector = TsVector::from_iter([
            lexeme("b", &[]),
            lexeme("a", &[(7, Weight::B)]),
            lexeme("a", &[(7, Weight::D), (3, Weight::D)]),
        ]);
        assert_eq!(vector.to_string(), "'a':3,7B 'b'");
    }

    #[test]
    fn quotes_in_words_are_doubled() {
        let vector = TsVector::from_iter([lexeme(r"it's \", &[])]);
        assert_eq!(vector.to_string(), r"'it''s \\'");
        assert_eq!(literal(&vector), r"'''it''''s \\'''::tsvector");
    }

    #[test]
    fn rejects_nul() {
        let vector = TsVector::from_iter([lexeme("a\0", &[])]);
        assert!(encode_error(&vector).contains("NUL"));
    }
}
