//! `varbit` as `BitVec` of the crate `bit-vec`: <https://www.postgresql.org/docs/current/datatype-bit.html>.

use bit_vec::BitVec;
use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use crate::types::{ArrayElement, DataType, SqlType, wire};

/// Can also be read from `bit(n)`.
impl SqlType for BitVec {
    const DATA_TYPE: DataType = DataType::builtin("varbit", 1562, 1563).also(&[(1560, 1561)], &[]);

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        buffer.extend_from_slice(&i32::try_from(self.len())?.to_be_bytes());
        let end = buffer.len() + self.len().div_ceil(8);
        for block in self.blocks() {
            // The first bit is the lowest bit of a block, but the highest bit of the first byte in Postgres.
            buffer.extend_from_slice(&block.reverse_bits().to_be_bytes());
        }
        buffer.truncate(end);
        Ok(())
    }

    fn decode(mut bytes: &[u8]) -> Result<Self, BoxDynError> {
        let length = usize::try_from(i32::from_be_bytes(wire::take(&mut bytes)?))?;
        if length.div_ceil(8) != bytes.len() {
            return Err(wire::wrong_length(length.div_ceil(8) + 4, bytes.len() + 4));
        }
        let mut bits = Self::from_bytes(bytes);
        bits.truncate(length);
        Ok(bits)
    }

    fn literal(&self, sql: &mut String) {
        let text: String = self.iter().map(|bit| if bit { '1' } else { '0' }).collect();
        wire::push_quoted(sql, &text, "varbit");
    }
}

impl ArrayElement for BitVec {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::testing::{
        assert_length_is_checked, assert_no_panic, assert_round_trip, encoded, literal,
    };

    #[test]
    fn round_trips() {
        let mut bits = BitVec::new();
        for position in 0..100 {
            assert_round_trip(&bits);
            assert_eq!(encoded(&bits).get(4..).unwrap(), bits.to_bytes());
            bits.push(position % 3 == 0);
        }
    }

    #[test]
    fn rejects_a_wrong_length() {
        let bits = BitVec::from_fn(11, |position| position % 2 == 0);
        assert_length_is_checked(&bits);
        assert_no_panic(&bits);
    }

    #[test]
    fn writes_a_literal() {
        let bits = BitVec::from_fn(3, |position| position != 1);
        assert_eq!(literal(&bits), "'101'::varbit");
        assert_eq!(literal(&BitVec::new()), "''::varbit");
    }
}
