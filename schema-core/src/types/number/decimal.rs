//! `numeric` as `Decimal` of the crate `rust_decimal`:
//! <https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-NUMERIC-DECIMAL>.

use rust_decimal::Decimal;
use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::numeric::{self, Numeric, NumericError, write_header};
use crate::types::{ArrayElement, DataType, SqlType, wire};

/// The maximum number of base-10000 digits of a 96-bit mantissa, padded to a multiple of four decimals.
const MAX_DIGITS: usize = 8;

/// Trailing zeros are preserved. Values are never rounded: `NaN`, `Infinity` and numbers with more than 96 bits or 28
/// decimals are errors.
impl SqlType for Decimal {
    const DATA_TYPE: DataType = numeric::DATA_TYPE;

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        let scale = u16::try_from(self.scale())?;
        let fill = (4 - scale % 4) % 4;
        let mut rest = self.mantissa().unsigned_abs() * 10_u128.pow(u32::from(fill));
        let mut digits = [[0; 2]; MAX_DIGITS];
        let mut count = 0_u16;
        // Fill the array from its end, starting with the least significant digit.
        for digit in digits.iter_mut().rev() {
            if rest == 0 {
                break;
            }
            *digit = u16::try_from(rest % 10_000)?.to_be_bytes();
            rest /= 10_000;
            count += 1;
        }
        let weight = i16::try_from(count)? - i16::try_from(scale.div_ceil(4))? - 1;
        let weight = if count == 0 { 0 } else { weight };
        write_header(buffer, count, weight, self.is_sign_negative(), scale);
        let start = MAX_DIGITS - usize::from(count);
        buffer.extend_from_slice(digits.as_flattened().get(start * 2..).unwrap_or_default());
        Ok(())
    }

    fn decode(bytes: &[u8]) -> Result<Self, BoxDynError> {
        let numeric = Numeric::read(bytes, "Decimal")?;
        let (mantissa, scale) = mantissa(&numeric)?;
        let (mantissa, scale) =
            fit(mantissa, scale, numeric.scale).ok_or(NumericError::TooPrecise)?;
        let mantissa = if numeric.negative {
            -mantissa
        } else {
            mantissa
        };
        Ok(Self::try_from_i128_with_scale(mantissa, scale)?)
    }

    fn literal(&self, sql: &mut String) {
        wire::push(sql, format_args!("{self}"));
    }
}

impl ArrayElement for Decimal {}

/// Returns the digits as an integer, and the number of its decimals.
fn mantissa(numeric: &Numeric<'_>) -> Result<(u128, u32), NumericError> {
    if numeric.digits.is_empty() {
        return Ok((0, 0));
    }
    let decimals = numeric.decimals();
    // The last digit may be padded with zeros that are not displayed.
    let hidden = match decimals - i64::from(numeric.scale) {
        1 => 10,
        2 => 100,
        3 => 1000,
        _ => 1,
    };
    let last = numeric.digits.len() - 1;
    let (mut mantissa, mut cut) = (0_u128, 1);
    for (position, digit) in numeric.digits().enumerate() {
        let digit = digit?;
        if position == last && digit % hidden == 0 {
            cut = hidden;
        }
        mantissa = mantissa
            .checked_mul(u128::from(10_000 / cut))
            .and_then(|mantissa| mantissa.checked_add(u128::from(digit / cut)))
            .ok_or(NumericError::TooPrecise)?;
    }
    let decimals = decimals - i64::from(cut.ilog10());
    if let Ok(scale) = u32::try_from(decimals) {
        return Ok((mantissa, scale));
    }
    let zeros = u32::try_from(decimals.unsigned_abs()).ok();
    zeros
        .and_then(|zeros| 10_u128.checked_pow(zeros))
        .and_then(|power| mantissa.checked_mul(power))
        .map(|mantissa| (mantissa, 0))
        .ok_or(NumericError::TooPrecise)
}

/// Rescales the mantissa to `shown` decimals if it fits, or else drops trailing zeros until it does.
fn fit(mut mantissa: u128, mut scale: u32, shown: u16) -> Option<(i128, u32)> {
    const MAX: u128 = (1 << 96) - 1;
    let shown = u32::from(shown).clamp(0, Decimal::MAX_SCALE);
    if shown > scale {
        let filled = mantissa.checked_mul(10_u128.pow(shown - scale));
        if let Some(filled) = filled.filter(|filled| *filled <= MAX) {
            (mantissa, scale) = (filled, shown);
        }
    }
    while mantissa > MAX || scale > Decimal::MAX_SCALE {
        if scale == 0 || !mantissa.is_multiple_of(10) {
            return None;
        }
        (mantissa, scale) = (mantissa / 10, scale - 1);
    }
    Some((i128::try_from(mantissa).ok()?, scale))
}

#[cfg(test)]
mod tests {
    use sqlx::{Encode, Postgres};

    use super::super::numeric::tests::{next, numeric, shown};
    use super::*;
    use crate::types::testing::{
        assert_length_is_checked, assert_no_panic, assert_round_trip, decode_error, decoded,
        encoded, literal,
    };

    #[test]
    fn round_trips_with_decimals() {
        for (bytes, text) in shown() {
            let value: Decimal = text.parse().unwrap();
            assert_eq!(decoded::<Decimal>(&bytes).to_string(), text);
            assert_eq!(decoded::<Decimal>(&encoded(&value)).to_string(), text);
        }
        assert_round_trip(&Decimal::MAX);
        assert_round_trip(&Decimal::MIN);
    }

    #[test]
    fn round_trips_any_number_and_decodes_those_of_sqlx() {
        let mut state = 0x9e37_79b9_7f4a_7c15;
        for _ in 0..10_000 {
            let wide = (u128::from(next(&mut state)) << 32 | u128::from(next(&mut state)))
                & (u128::MAX >> 32);
            let mantissa = i128::try_from(wide >> (next(&mut state) % 96)).unwrap();
            let scale = u32::try_from(next(&mut state) % 29).unwrap();
            let sign = if next(&mut state).is_multiple_of(2) {
                1
            } else {
                -1
            };
            let value = Decimal::from_i128_with_scale(sign * mantissa, scale);
            let bytes = encoded(&value);
            assert_eq!(decoded::<Decimal>(&bytes).to_string(), value.to_string());
            let mut buffer = PgArgumentBuffer::default();
            let _ = Encode::<Postgres>::encode_by_ref(&value, &mut buffer).unwrap();
            assert_eq!(decoded::<Decimal>(&buffer), value);
        }
    }

    #[test]
    fn drops_zeros_that_do_not_fit() {
        let digits = [1, 2345, 6789, 123, 4567, 8901, 2345];
        let value = decoded::<Decimal>(&numeric(6, 0, 20, &digits));
        assert_eq!(value.to_string(), "1234567890123456789012345");
        let value = decoded::<Decimal>(&numeric(-1, 0, 40, &[1]));
        assert_eq!(value.to_string(), "0.0001000000000000000000000000");
    }

    #[test]
    fn rejects_values_that_do_not_fit() {
        let too_precise = "the number has too many digits for `Decimal`; round it in the query or read it as `BigDecimal`";
        assert_eq!(
            decode_error::<Decimal>(&numeric(20, 0, 0, &[1])),
            too_precise
        );
        assert_eq!(
            decode_error::<Decimal>(&numeric(i16::MAX, 0, 0, &[1])),
            too_precise
        );
        assert_eq!(
            decode_error::<Decimal>(&numeric(i16::MIN, 0, 0, &[1])),
            too_precise
        );
        assert_eq!(
            decode_error::<Decimal>(&numeric(-8, 0, 32, &[1])),
            too_precise
        );
        assert_eq!(
            decode_error::<Decimal>(&numeric(7, 0, 0, &[9999; 8])),
            too_precise
        );
        assert_eq!(
            decode_error::<Decimal>(&numeric(7, 0, 0, &[9999; 80])),
            too_precise
        );
        assert_eq!(
            decode_error::<Decimal>(&numeric(0, 0xc000, 0, &[])),
            "`Decimal` cannot represent `NaN`"
        );
        assert_eq!(
            decode_error::<Decimal>(&numeric(0, 0xf000, 0, &[])),
            "`Decimal` cannot represent `-Infinity`"
        );
        assert_eq!(
            decode_error::<Decimal>(&numeric(0, 0x1234, 0, &[])),
            "`0x1234` is not a valid sign of a `numeric`"
        );
        assert_eq!(
            decode_error::<Decimal>(&numeric(0, 0, 0, &[10_000])),
            "`10000` is not a valid base-10000 digit"
        );
    }

    #[test]
    fn rejects_a_wrong_length() {
        assert_length_is_checked(&Decimal::new(123_456_789, 4));
        assert_no_panic(&Decimal::new(123_456_789, 4));
    }

    #[test]
    fn writes_a_literal() {
        assert_eq!(literal(&Decimal::new(-150, 2)), "-1.50");
    }
}
