//! `numeric`: <https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-NUMERIC-DECIMAL>.
//!
//! The binary format consists of base-10000 digits, most significant first, and the number of decimals to display. The
//! value of a digit is `digit * 10000 ^ (weight - position)`.

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use crate::types::{DataType, wire};

pub(super) const DATA_TYPE: DataType = DataType::builtin("numeric", 1700, 1231);

/// A number that only one of Postgres and the Rust type can represent.
#[derive(Debug, thiserror::Error)]
pub(super) enum NumericError {
    #[error("`{rust}` cannot represent `{value}`")]
    Special {
        value: &'static str,
        rust: &'static str,
    },
    #[error("`{sign:#06x}` is not a valid sign of a `numeric`")]
    Sign { sign: u16 },
    #[error("`{digit}` is not a valid base-10000 digit")]
    Digit { digit: u16 },
    #[cfg(feature = "rust_decimal")]
    #[error(
        "the number has too many digits for `Decimal`; round it in the query or read it as `BigDecimal`"
    )]
    TooPrecise,
    #[cfg(feature = "bigdecimal")]
    #[error("the number has too many digits for `numeric`")]
    OutOfRange,
}

/// A number in binary format.
#[derive(Clone, Copy)]
pub(super) struct Numeric<'b> {
    pub(super) digits: &'b [[u8; 2]],
    pub(super) weight: i16,
    pub(super) negative: bool,
    /// The number of decimals to display.
    pub(super) scale: u16,
}

impl<'b> Numeric<'b> {
    /// Reads everything except the values of the digits.
    pub(super) fn read(mut bytes: &'b [u8], rust: &'static str) -> Result<Self, BoxDynError> {
        let length = bytes.len();
        let count = usize::from(u16::from_be_bytes(wire::take(&mut bytes)?));
        let weight = i16::from_be_bytes(wire::take(&mut bytes)?);
        let sign = u16::from_be_bytes(wire::take(&mut bytes)?);
        let scale = u16::from_be_bytes(wire::take(&mut bytes)?);
        let special = |value| Err(NumericError::Special { value, rust }.into());
        let negative = match sign {
            0x0000 => false,
            0x4000 => true,
            0xc000 => return special("NaN"),
            0xd000 => return special("Infinity"),
            0xf000 => return special("-Infinity"),
            sign => return Err(NumericError::Sign { sign }.into()),
        };
        let (digits, odd) = bytes.as_chunks();
        if digits.len() != count || !odd.is_empty() {
            return Err(wire::wrong_length(8 + 2 * count, length));
        }
        Ok(Self {
            digits,
            weight,
            negative,
            scale,
        })
    }

    /// Returns the digits, each below 10,000.
    pub(super) fn digits(&self) -> impl Iterator<Item = Result<u16, NumericError>> {
        self.digits
            .iter()
            .map(|bytes| match u16::from_be_bytes(*bytes) {
                digit if digit < 10_000 => Ok(digit),
                digit => Err(NumericError::Digit { digit }),
            })
    }

    /// Returns the number of decimals in the digits. It is negative if zeros before the decimal point are omitted.
    pub(super) fn decimals(&self) -> i64 {
        // There are at most 65,535 digits.
        let count = i64::try_from(self.digits.len()).unwrap_or(i64::MAX / 8);
        (count - 1 - i64::from(self.weight)) * 4
    }
}

/// Appends everything except the digits.
pub(super) fn write_header(
    buffer: &mut PgArgumentBuffer,
    digits: u16,
    weight: i16,
    negative: bool,
    scale: u16,
) {
    let sign: u16 = if negative { 0x4000 } else { 0 };
    buffer.extend_from_slice(&digits.to_be_bytes());
    buffer.extend_from_slice(&weight.to_be_bytes());
    buffer.extend_from_slice(&sign.to_be_bytes());
    buffer.extend_from_slice(&scale.to_be_bytes());
}

#[cfg(test)]
pub(super) mod tests {
    /// Returns the bytes of a number, as the server sends it.
    pub(crate) fn numeric(weight: i16, sign: u16, scale: u16, digits: &[u16]) -> Vec<u8> {
        let mut bytes = u16::try_from(digits.len()).unwrap().to_be_bytes().to_vec();
        bytes.extend(weight.to_be_bytes());
        bytes.extend(sign.to_be_bytes());
        bytes.extend(scale.to_be_bytes());
        bytes.extend(digits.iter().flat_map(|digit| digit.to_be_bytes()));
        bytes
    }

    /// Returns numbers as the server sends them, and as it prints them.
    pub(crate) fn shown() -> [(Vec<u8>, &'static str); 12] {
        [
            (numeric(0, 0, 0, &[]), "0"),
            (numeric(0, 0, 2, &[]), "0.00"),
            (numeric(0, 0, 0, &[1]), "1"),
            (numeric(0, 0x4000, 1, &[1, 5000]), "-1.5"),
            (numeric(0, 0, 2, &[1, 5000]), "1.50"),
            (numeric(0, 0, 6, &[1, 5000]), "1.500000"),
            (numeric(1, 0, 0, &[1]), "10000"),
            (numeric(1, 0, 2, &[1]), "10000.00"),
            (numeric(2, 0, 0, &[1, 0, 1]), "100000001"),
            (numeric(-1, 0, 3, &[10]), "0.001"),
            (numeric(-2, 0x4000, 5, &[1000]), "-0.00001"),
            (numeric(1, 0, 3, &[12, 3456, 7890]), "123456.789"),
        ]
    }

    /// Returns the next number of a deterministic pseudo-random sequence.
    pub(crate) fn next(state: &mut u64) -> u64 {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        *state
    }
}
