//! The weights of lexemes, as the type `"char"`.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use crate::types::{ArrayElement, DataType, SqlType, wire};

/// The weight of a lexeme: `A` for a title, for example, and `D`, the default, for a body. It is sent as `"char"`.
///
/// ```
/// use schema_core::types::Weight;
///
/// assert!(Weight::A < Weight::D);
/// assert_eq!(Weight::default(), Weight::D);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Weight {
    /// The largest.
    A,
    /// The second.
    B,
    /// The third.
    C,
    /// The smallest, which is the default.
    #[default]
    D,
}

impl Weight {
    pub(super) const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::D];

    pub(super) const fn letter(self) -> char {
        match self {
            Self::A => 'A',
            Self::B => 'B',
            Self::C => 'C',
            Self::D => 'D',
        }
    }

    /// The number of the binary format: 3 for `A`, 0 for `D`.
    pub(super) const fn number(self) -> u8 {
        match self {
            Self::A => 3,
            Self::B => 2,
            Self::C => 1,
            Self::D => 0,
        }
    }
}

impl SqlType for Weight {
    const DATA_TYPE: DataType = DataType::builtin("\"char\"", 18, 1002);

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        buffer.extend_from_slice(self.letter().encode_utf8(&mut [0; 4]).as_bytes());
        Ok(())
    }

    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        let [letter] = wire::exactly(bytes)?;
        let letter = char::from(letter);
        let weights = Self::ALL.into_iter();
        let mut weights = weights.filter(|weight| weight.letter() == letter);
        let weight = weights.next();
        weight.ok_or_else(|| format!("`{letter}` is not a weight, which is A, B, C or D").into())
    }

    fn literal(&self, sql: &mut String) {
        wire::push(sql, format_args!("'{}'::\"char\"", self.letter()));
    }
}

impl ArrayElement for Weight {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::testing::{
        assert_length_is_checked, assert_round_trip, decode_error, literal,
    };

    #[test]
    fn round_trips() {
        for weight in Weight::ALL {
            assert_round_trip(&weight);
            assert_length_is_checked(&weight);
        }
        assert_eq!(literal(&Weight::A), "'A'::\"char\"");
        assert_eq!(
            decode_error::<Weight>(b"x"),
            "`x` is not a weight, which is A, B, C or D"
        );
    }
}
