//! `bytea`: <https://www.postgresql.org/docs/current/datatype-binary.html>.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::wire;
use crate::types::{ArrayElement, DataType, SqlType};

impl SqlType for Vec<u8> {
    const DATA_TYPE: DataType = DataType::builtin("bytea", 17, 1001);

    #[inline]
    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        buffer.extend_from_slice(self);
        Ok(())
    }

    #[inline]
    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        Ok(bytes.to_vec())
    }

    fn literal(&self, sql: &mut String) {
        sql.reserve(self.len() * 2 + 12);
        sql.push_str("'\\x");
        for byte in self {
            wire::push(sql, format_args!("{byte:02x}"));
        }
        sql.push_str("'::bytea");
    }
}

impl ArrayElement for Vec<u8> {}

#[cfg(test)]
mod tests {
    use super::super::testing::{assert_round_trip, literal};

    #[test]
    fn round_trips() {
        assert_round_trip(&Vec::<u8>::new());
        assert_round_trip(&(0..=255).collect::<Vec<u8>>());
    }

    #[test]
    fn writes_a_literal() {
        assert_eq!(literal(&vec![0x00_u8, 0xff]), "'\\x00ff'::bytea");
        assert_eq!(literal(&Vec::<u8>::new()), "'\\x'::bytea");
    }
}
