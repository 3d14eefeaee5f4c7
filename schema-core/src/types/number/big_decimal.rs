//! `numeric` as `BigDecimal` of the crate `bigdecimal`:
//! <https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-NUMERIC-DECIMAL>.

use bigdecimal::BigDecimal;
use bigdecimal::num_bigint::{BigInt, BigUint, Sign};
use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::numeric::{self, Numeric, NumericError, write_header};
use crate::types::{ArrayElement, DataType, SqlType, wire};

/// The maximum number of decimals in Postgres.
const MAX_SCALE: u16 = 0x3fff;

/// Trailing zeros are preserved. `NaN` and `Infinity` are errors.
impl SqlType for BigDecimal {
    const DATA_TYPE: DataType = numeric::DATA_TYPE;

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        let (integer, scale) = self.as_bigint_and_scale();
        let shown = u16::try_from(scale.clamp(0, i64::from(u16::MAX)))?;
        if shown > MAX_SCALE {
            return Err(Box::new(NumericError::OutOfRange));
        }
        if integer.sign() == Sign::NoSign {
            write_header(buffer, 0, 0, false, shown);
            return Ok(());
        }
        // Pad to a multiple of four decimals, where a base-10000 digit ends.
        let fill = u32::try_from((4 - scale.rem_euclid(4)) % 4)?;
        let decimal_digits = (scale + i64::from(fill)) / 4;
        let digits = (integer.magnitude() * 10_u32.pow(fill)).to_radix_le(100);
        let (pairs, single) = digits.as_chunks();
        let count = pairs.len() + single.len();
        let out_of_range = |_| NumericError::OutOfRange;
        let weight = i64::try_from(count)? - decimal_digits - 1;
        write_header(
            buffer,
            u16::try_from(count).map_err(out_of_range)?,
            i16::try_from(weight).map_err(out_of_range)?,
            integer.sign() == Sign::Minus,
            shown,
        );
        for low in single {
            buffer.extend_from_slice(&u16::from(*low).to_be_bytes());
        }
        for [low, high] in pairs.iter().rev() {
            let digit = u16::from(*high) * 100 + u16::from(*low);
            buffer.extend_from_slice(&digit.to_be_bytes());
        }
        Ok(())
    }

    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        let numeric = Numeric::read(bytes, "BigDecimal")?;
        let shown = i64::from(numeric.scale);
        if numeric.digits.is_empty() {
            return Ok(Self::new(BigInt::ZERO, shown));
        }
        let mut digits = Vec::with_capacity(numeric.digits.len() * 2);
        for digit in numeric.digits() {
            let digit = digit?;
            digits.extend([u8::try_from(digit / 100)?, u8::try_from(digit % 100)?]);
        }
        let magnitude = BigUint::from_radix_be(&digits, 100).ok_or(NumericError::OutOfRange)?;
        let sign = if numeric.negative {
            Sign::Minus
        } else {
            Sign::Plus
        };
        let value = Self::new(BigInt::from_biguint(sign, magnitude), numeric.decimals());
        Ok(value.with_scale(shown))
    }

    fn literal(&self, sql: &mut String) {
        match self.fractional_digit_count() {
            // `Display` omits the decimals of zero.
            0..=40 => sql.push_str(&self.to_plain_string()),
            _ => wire::push(sql, format_args!("{self}")),
        }
    }
}

impl ArrayElement for BigDecimal {}

#[cfg(test)]
mod tests {
    use sqlx::{Encode, Postgres};

    use super::super::numeric::tests::{next, numeric, shown};
    use super::*;
    use crate::types::testing::{
        assert_length_is_checked, assert_no_panic, assert_round_trip, decode_error, decoded,
        encode_error, encoded, literal,
    };

    #[test]
    fn round_trips_with_decimals() {
        for (bytes, text) in shown() {
            let value: BigDecimal = text.parse().unwrap();
            assert_eq!(decoded::<BigDecimal>(&bytes).to_plain_string(), text);
            assert_eq!(
                decoded::<BigDecimal>(&encoded(&value)).to_plain_string(),
                text
            );
        }
        assert_round_trip(&"9".repeat(1000).parse::<BigDecimal>().unwrap());
        assert_round_trip(&BigDecimal::new(BigInt::from(12), -7));
    }

    #[test]
    fn round_trips_any_number_and_decodes_those_of_sqlx() {
        let mut state = 0x9e37_79b9_7f4a_7c15;
        for _ in 0..2_000 {
            let words = (0..next(&mut state) % 6).map(|_| next(&mut state) >> (state % 64));
            let integer = words.fold(BigInt::from(1), |integer, word| integer * word + 1);
            let scale = i64::try_from(next(&mut state) % 50).unwrap() - 10;
            let value = BigDecimal::new(if state % 2 == 0 { integer } else { -integer }, scale);
            assert_round_trip(&value);
            let mut buffer = PgArgumentBuffer::default();
            let _ = Encode::<Postgres>::encode_by_ref(&value, &mut buffer).unwrap();
            assert_eq!(decoded::<BigDecimal>(&buffer), value);
        }
    }

    #[test]
    fn rejects_values_that_do_not_fit() {
        assert_eq!(
            decode_error::<BigDecimal>(&numeric(0, 0xc000, 0, &[])),
            "`BigDecimal` cannot represent `NaN`"
        );
        assert_eq!(
            decode_error::<BigDecimal>(&numeric(0, 0xd000, 0, &[])),
            "`BigDecimal` cannot represent `Infinity`"
        );
        let out_of_range = "the number has too many digits for `numeric`";
        for scale in [16_384, 100_000, i64::MAX, -140_000, i64::MIN] {
            assert_eq!(
                encode_error(&BigDecimal::new(BigInt::from(1), scale)),
                out_of_range
            );
        }
    }

    #[test]
    fn rejects_a_wrong_length() {
        let value: BigDecimal = "12345.6789".parse().unwrap();
        assert_length_is_checked(&value);
        assert_no_panic(&value);
    }

    #[test]
    fn writes_a_literal() {
        for (value, sql) in [
            ("-1.50", "-1.50"),
            ("0.00", "0.00"),
            ("1e-7", "0.0000001"),
            ("1e-100", "1E-100"),
            ("1e100", "1e+100"),
        ] {
            assert_eq!(literal(&value.parse::<BigDecimal>().unwrap()), sql);
        }
    }
}
