//! `boolean`: <https://www.postgresql.org/docs/current/datatype-boolean.html>.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::wire;
use crate::types::{ArrayElement, DataType, SqlType};

impl SqlType for bool {
    const DATA_TYPE: DataType = DataType::builtin("boolean", 16, 1000);

    #[inline]
    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        buffer.push(u8::from(*self));
        Ok(())
    }

    #[inline]
    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        let [byte] = wire::exactly(bytes)?;
        Ok(byte != 0)
    }

    fn literal(&self, sql: &mut String) {
        sql.push_str(if *self { "true" } else { "false" });
    }
}

impl ArrayElement for bool {}

#[cfg(test)]
mod tests {
    use super::super::testing::{assert_round_trip, decode_error, encoded, literal};

    #[test]
    fn round_trips() {
        assert_round_trip(&true);
        assert_round_trip(&false);
        assert_eq!(encoded(&true), [1]);
    }

    #[test]
    fn rejects_a_wrong_length() {
        assert_eq!(
            decode_error::<bool>(&[]),
            "wrong length in bytes: expected 1, got 0"
        );
        assert_eq!(
            decode_error::<bool>(&[0, 1]),
            "wrong length in bytes: expected 1, got 2"
        );
    }

    #[test]
    fn writes_a_literal() {
        assert_eq!(literal(&true), "true");
        assert_eq!(literal(&false), "false");
    }
}
