//! `uuid`: <https://www.postgresql.org/docs/current/datatype-uuid.html>.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;
use uuid::Uuid;

use super::wire;
use crate::types::{ArrayElement, DataType, SqlType};

impl SqlType for Uuid {
    const DATA_TYPE: DataType = DataType::builtin("uuid", 2950, 2951);

    #[inline]
    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        buffer.extend_from_slice(self.as_bytes());
        Ok(())
    }

    #[inline]
    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        Ok(Self::from_bytes(wire::exactly(bytes)?))
    }

    fn literal(&self, sql: &mut String) {
        wire::push(sql, format_args!("'{}'::uuid", self.hyphenated()));
    }
}

impl ArrayElement for Uuid {}

#[cfg(test)]
mod tests {
    use super::super::testing::{assert_length_is_checked, assert_round_trip, literal};
    use super::*;

    const ID: Uuid = Uuid::from_u128(0x0188_b733_6d32_7a5e_9f0a_1b2c_3d4e_5f60);

    #[test]
    fn round_trips() {
        assert_round_trip(&ID);
        assert_round_trip(&Uuid::nil());
        assert_round_trip(&Uuid::max());
    }

    #[test]
    fn rejects_a_wrong_length() {
        assert_length_is_checked(&ID);
    }

    #[test]
    fn writes_a_literal() {
        assert_eq!(literal(&ID), "'0188b733-6d32-7a5e-9f0a-1b2c3d4e5f60'::uuid");
    }
}
