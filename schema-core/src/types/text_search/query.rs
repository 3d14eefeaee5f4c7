//! `tsquery`: <https://www.postgresql.org/docs/current/datatype-textsearch.html#DATATYPE-TSQUERY>.

use std::fmt;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::{Weight, push_text, push_word, take_text};
use crate::types::{ArrayElement, DataType, SqlType, wire};

/// A condition on the words of a document: `tsquery`.
///
/// The functions of [`text_search`](crate::expr::function::text_search) make one from a user's input. Here, it is made
/// from normalized words:
///
/// ```
/// use schema_core::types::TsQuery;
///
/// let query = TsQuery::word("cat").followed_by(TsQuery::prefix("foo"), 1).or(TsQuery::word("dog").negated());
/// assert_eq!(query.to_string(), "('cat' <-> 'foo':*) | (!'dog')");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct TsQuery(Vec<Item>);

/// A word or an operator. An operator precedes its operands, the right one first, as in the binary format. A list cannot
/// be too deep to be read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Item {
    Word {
        word: String,
        /// One bit for each weight, or 0 for any.
        weights: u8,
        prefix: bool,
    },
    Not,
    And,
    Or,
    /// The distance of two words.
    Phrase(u16),
}

impl Item {
    const fn operands(&self) -> usize {
        match self {
            Self::Word { .. } => 0,
            Self::Not => 1,
            Self::And | Self::Or | Self::Phrase(_) => 2,
        }
    }
}

impl TsQuery {
    /// Creates a query for a word.
    pub fn word(word: impl Into<String>) -> Self {
        Self::one(word.into(), false)
    }

    /// Creates a query for the words that start with `prefix`.
    pub fn prefix(prefix: impl Into<String>) -> Self {
        Self::one(prefix.into(), true)
    }

    fn one(word: String, prefix: bool) -> Self {
        Self(vec![Item::Word {
            word,
            weights: 0,
            prefix,
        }])
    }

    /// Restricts each word of the query to positions with one of these weights.
    ///
    /// ```
    /// # use schema_core::types::{TsQuery, Weight};
    /// let title = TsQuery::word("cat").with_weights(&[Weight::A, Weight::B]);
    /// assert_eq!(title.to_string(), "'cat':AB");
    /// ```
    #[must_use]
    pub fn with_weights(mut self, only: &[Weight]) -> Self {
        for item in &mut self.0 {
            if let Item::Word { weights, .. } = item {
                *weights = only.iter().fold(0, |bits, weight| bits | bit(*weight));
            }
        }
        self
    }

    /// `self & other`
    ///
    /// ```
    /// # use schema_core::types::TsQuery;
    /// let both = TsQuery::word("cat").and(TsQuery::word("dog"));
    /// assert_eq!(both.to_string(), "'cat' & 'dog'");
    /// ```
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.combine(Item::And, other)
    }

    /// `self | other`
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.combine(Item::Or, other)
    }

    /// `self <distance> other`: true if `other` follows `self` in that distance, 1 for the next word.
    #[must_use]
    pub fn followed_by(self, other: Self, distance: u16) -> Self {
        self.combine(Item::Phrase(distance), other)
    }

    /// `!self`
    #[must_use]
    pub fn negated(mut self) -> Self {
        if !self.0.is_empty() {
            self.0.insert(0, Item::Not);
        }
        self
    }

    /// As in Postgres, an empty query is ignored.
    fn combine(self, operator: Item, mut other: Self) -> Self {
        if self.0.is_empty() {
            return other;
        }
        if !other.0.is_empty() {
            other.0.insert(0, operator);
        }
        other.0.extend(self.0);
        other
    }
}

/// The bit of a weight in the binary format.
const fn bit(weight: Weight) -> u8 {
    1 << weight.number()
}

/// Writes the query as the server reads it. The server itself prints fewer parentheses.
impl fmt::Display for TsQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // From the end, so that operands precede their operators.
        let mut operands: Vec<(String, bool)> = Vec::new();
        for item in self.0.iter().rev() {
            let mut operand = || match operands.pop() {
                Some((text, true)) => format!("({text})"),
                Some((text, false)) => text,
                None => String::new(),
            };
            let text = match item {
                Item::Word {
                    word,
                    weights,
                    prefix,
                } => word_text(word, *weights, *prefix),
                Item::Not => format!("!{}", operand()),
                Item::And | Item::Or | Item::Phrase(_) => {
                    let (right, left) = (operand(), operand());
                    match item {
                        Item::And => format!("{left} & {right}"),
                        Item::Phrase(1) => format!("{left} <-> {right}"),
                        Item::Phrase(distance) => format!("{left} <{distance}> {right}"),
                        _ => format!("{left} | {right}"),
                    }
                }
            };
            operands.push((text, item.operands() > 0));
        }
        let texts: Vec<String> = operands.into_iter().map(|(text, _)| text).collect();
        f.write_str(&texts.concat())
    }
}

fn word_text(word: &str, weights: u8, prefix: bool) -> String {
    let mut text = String::new();
    push_word(&mut text, word);
    if weights != 0 || prefix {
        text.push(':');
    }
    if prefix {
        text.push('*');
    }
    let set = Weight::ALL.into_iter();
    text.extend(
        set.filter(|weight| weights & bit(*weight) != 0)
            .map(Weight::letter),
    );
    text
}

/// The numbers of the binary format.
mod number {
    pub(super) const WORD: u8 = 1;
    pub(super) const OPERATOR: u8 = 2;
    pub(super) const NOT: u8 = 1;
    pub(super) const AND: u8 = 2;
    pub(super) const OR: u8 = 3;
    pub(super) const PHRASE: u8 = 4;
}

/// Bytes that are not a query.
#[derive(Debug, thiserror::Error)]
enum QueryError {
    #[error("`{number}` is not an item of a `tsquery`")]
    Item { number: u8 },
    #[error("the operators of a `tsquery` do not match its words")]
    Operands,
}

impl SqlType for TsQuery {
    const DATA_TYPE: DataType = DataType::builtin("tsquery", 3615, 3645);

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        let count = i32::try_from(self.0.len())?;
        buffer.extend_from_slice(&count.to_be_bytes());
        for item in &self.0 {
            match item {
                Item::Word {
                    word,
                    weights,
                    prefix,
                } => {
                    buffer.extend_from_slice(&[number::WORD, *weights, u8::from(*prefix)]);
                    push_text(word, buffer)?;
                }
                Item::Not => buffer.extend_from_slice(&[number::OPERATOR, number::NOT]),
                Item::And => buffer.extend_from_slice(&[number::OPERATOR, number::AND]),
                Item::Or => buffer.extend_from_slice(&[number::OPERATOR, number::OR]),
                Item::Phrase(distance) => {
                    buffer.extend_from_slice(&[number::OPERATOR, number::PHRASE]);
                    buffer.extend_from_slice(&distance.to_be_bytes());
                }
            }
        }
        Ok(())
    }

    fn decode(mut bytes: &[u8]) -> Result<Self, BoxDynError> {
        let count = i32::from_be_bytes(wire::take(&mut bytes)?);
        let mut items = Vec::new();
        for _ in 0..count {
            items.push(take_item(&mut bytes)?);
        }
        wire::assert_end(bytes)?;
        if !is_complete(&items) {
            return Err(Box::new(QueryError::Operands));
        }
        Ok(Self(items))
    }

    fn literal(&self, sql: &mut String) {
        wire::push_quoted(sql, &self.to_string(), "tsquery");
    }
}

impl ArrayElement for TsQuery {}

fn take_item(bytes: &mut &[u8]) -> Result<Item, BoxDynError> {
    let [kind] = wire::take(bytes)?;
    match kind {
        number::WORD => {
            let [weights, prefix] = wire::take(bytes)?;
            Ok(Item::Word {
                word: take_text(bytes)?,
                weights,
                prefix: prefix != 0,
            })
        }
        number::OPERATOR => {
            let [operator] = wire::take(bytes)?;
            Ok(match operator {
                number::NOT => Item::Not,
                number::AND => Item::And,
                number::OR => Item::Or,
                number::PHRASE => Item::Phrase(u16::from_be_bytes(wire::take(bytes)?)),
                number => return Err(Box::new(QueryError::Item { number })),
            })
        }
        number => Err(Box::new(QueryError::Item { number })),
    }
}

/// Returns true if each operator has its operands, and nothing follows.
fn is_complete(items: &[Item]) -> bool {
    let mut missing = usize::from(!items.is_empty());
    for item in items {
        if missing == 0 {
            return false;
        }
        missing = missing - 1 + item.operands();
    }
    missing == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::testing::{
        assert_length_is_checked, assert_no_panic, assert_round_trip, decode_error, encoded,
        literal,
    };

    fn query() -> TsQuery {
        let phrase = TsQuery::word("it's").followed_by(TsQuery::prefix("b"), 3);
        let weighted = TsQuery::word("c").with_weights(&[Weight::A, Weight::D]);
        phrase.and(weighted.or(TsQuery::word("d")).negated())
    }

    #[test]
    fn round_trips() {
        assert_round_trip(&query());
        assert_round_trip(&TsQuery::default());
        assert_length_is_checked(&query());
        assert_no_panic(&query());
        assert_eq!(
            encoded(&TsQuery::word("a").followed_by(TsQuery::word("b"), 1)),
            [0, 0, 0, 3, 2, 4, 0, 1, 1, 0, 0, b'b', 0, 1, 0, 0, b'a', 0]
        );
    }

    #[test]
    fn operators_have_their_operands_in_parentheses() {
        assert_eq!(
            query().to_string(),
            "('it''s' <3> 'b':*) & (!('c':AD | 'd'))"
        );
        assert_eq!(literal(&TsQuery::word("a")), "'''a'''::tsquery");
        assert_eq!(TsQuery::default().to_string(), "");
    }

    #[test]
    fn an_empty_query_is_ignored() {
        let word = TsQuery::word("a");
        assert_eq!(word.clone().and(TsQuery::default()), word);
        assert_eq!(TsQuery::default().or(word.clone()), word);
        assert_eq!(TsQuery::default().negated(), TsQuery::default());
    }

    #[test]
    fn rejects_operators_without_operands() {
        let error = "the operators of a `tsquery` do not match its words";
        assert_eq!(decode_error::<TsQuery>(&[0, 0, 0, 1, 2, 1]), error);
        assert_eq!(
            decode_error::<TsQuery>(&[0, 0, 0, 2, 1, 0, 0, 0, 1, 0, 0, 0]),
            error
        );
        assert_eq!(
            decode_error::<TsQuery>(&[0, 0, 0, 1, 7]),
            "`7` is not an item of a `tsquery`"
        );
    }
}
