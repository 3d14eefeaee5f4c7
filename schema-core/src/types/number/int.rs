//! `smallint`, `integer` and `bigint`: <https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-INT>.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use crate::types::{ArrayElement, DataType, SqlType, wire};

macro_rules! integer {
    ($type:ty, $name:literal, $oid:literal, $array_oid:literal) => {
        impl SqlType for $type {
            const DATA_TYPE: DataType = DataType::builtin($name, $oid, $array_oid);

            #[inline]
            fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
                buffer.extend_from_slice(&self.to_be_bytes());
                Ok(())
            }

            #[inline]
            fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
                Ok(Self::from_be_bytes(wire::exactly(bytes)?))
            }

            fn literal(&self, sql: &mut String) {
                wire::push(sql, format_args!("{self}"));
            }
        }

        impl ArrayElement for $type {}
    };
}

integer!(i16, "smallint", 21, 1005);
integer!(i32, "integer", 23, 1007);
integer!(i64, "bigint", 20, 1016);

#[cfg(test)]
mod tests {
    use crate::types::testing::{
        assert_length_is_checked, assert_round_trip, decode_error, encoded, literal,
    };

    #[test]
    fn round_trips() {
        for value in [0, 1, -1, i16::MIN, i16::MAX] {
            assert_round_trip(&value);
        }
        for value in [0, 1, -1, i32::MIN, i32::MAX] {
            assert_round_trip(&value);
        }
        for value in [0, 1, -1, i64::MIN, i64::MAX] {
            assert_round_trip(&value);
        }
        assert_eq!(encoded(&258_i32), [0, 0, 1, 2]);
    }

    #[test]
    fn rejects_a_wrong_length() {
        assert_eq!(
            decode_error::<i64>(&[0; 4]),
            "wrong length in bytes: expected 8, got 4"
        );
        assert_length_is_checked(&1_i16);
        assert_length_is_checked(&1_i32);
        assert_length_is_checked(&1_i64);
    }

    #[test]
    fn writes_a_literal() {
        assert_eq!(literal(&7_i16), "7");
        assert_eq!(literal(&-7_i32), "-7");
        assert_eq!(literal(&i64::MIN), "-9223372036854775808");
    }
}
