//! `real` and `double precision`: <https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-FLOAT>.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use crate::types::{ArrayElement, DataType, SqlType, wire};

macro_rules! float {
    ($type:ty, $name:literal, $cast:literal, $oid:literal, $array_oid:literal, $push:path) => {
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
                if self.is_nan() {
                    sql.push_str(concat!("'NaN'::", $cast));
                } else if self.is_infinite() {
                    let sign = if *self < 0.0 { "-" } else { "" };
                    wire::push(sql, format_args!("'{sign}Infinity'::{}", $cast));
                } else if *self == 0.0 && self.is_sign_negative() {
                    // A bare `-0` is an integer, which has no negative zero.
                    sql.push_str(concat!("'-0'::", $cast));
                } else {
                    $push(sql, *self);
                }
            }
        }

        impl ArrayElement for $type {}
    };
}

float!(f32, "real", "float4", 700, 1021, wire::push_f32);
float!(f64, "double precision", "float8", 701, 1022, wire::push_f64);

#[cfg(test)]
mod tests {
    use crate::types::testing::{
        assert_length_is_checked, assert_round_trip, decoded, encoded, literal,
    };

    #[test]
    fn round_trips() {
        for value in [
            0.0,
            -1.5,
            f32::MIN_POSITIVE,
            f32::MAX,
            f32::INFINITY,
            f32::NEG_INFINITY,
        ] {
            assert_round_trip(&value);
        }
        for value in [
            0.0,
            -1.5,
            f64::MIN_POSITIVE,
            f64::MAX,
            f64::INFINITY,
            f64::NEG_INFINITY,
        ] {
            assert_round_trip(&value);
        }
        assert!(decoded::<f32>(&encoded(&f32::NAN)).is_nan());
        assert!(decoded::<f64>(&encoded(&f64::NAN)).is_nan());
    }

    #[test]
    fn rejects_a_wrong_length() {
        assert_length_is_checked(&1.5_f32);
        assert_length_is_checked(&1.5_f64);
    }

    #[test]
    fn writes_a_literal() {
        assert_eq!(literal(&0.5_f64), "0.5");
        assert_eq!(literal(&-2.0_f32), "-2");
        assert_eq!(literal(&0.1_f32), "0.1");
        assert_eq!(literal(&1e300_f64), "1e300");
        assert_eq!(literal(&1e-7_f64), "1e-7");
        assert_eq!(literal(&-0.0_f64), "'-0'::float8");
        assert_eq!(literal(&f64::NAN), "'NaN'::float8");
        assert_eq!(literal(&f32::INFINITY), "'Infinity'::float4");
        assert_eq!(literal(&f64::NEG_INFINITY), "'-Infinity'::float8");
    }
}
