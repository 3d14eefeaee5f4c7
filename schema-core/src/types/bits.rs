//! `bit(N)`: <https://www.postgresql.org/docs/current/datatype-bit.html>.

use std::fmt;
use std::str::FromStr;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::{ArrayElement, SqlType, vector, wire};
use crate::table::DataType;

/// A string of `N` bits: `bit(N)`, such as a binary embedding, for Hamming and Jaccard distances.
///
/// ```
/// use schema_core::types::Bits;
///
/// let bits = Bits::from([true, false, true]);
/// assert_eq!(bits.to_string(), "101");
/// assert_eq!("101".parse(), Ok(bits));
///
/// // Packed, as models give it: the first bit is the highest one of the first byte.
/// let bits = Bits::<16>::from_bytes([0b1000_0000, 0b0000_0001])?;
/// assert_eq!(bits.get(0), Some(true));
/// assert_eq!(bits.count_ones(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bits<const N: usize> {
    /// As many as it takes, the bits behind the last one zero.
    bytes: Box<[u8]>,
}

/// What makes no [`Bits`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BitsError {
    /// The number of bits is another.
    #[error("expected {expected} bits, got {got}")]
    Length {
        /// The bits of the type.
        expected: usize,
        /// The bits of the value.
        got: usize,
    },
    /// The number of bytes is another.
    #[error("expected {expected} bytes for {bits} bits, got {got}")]
    Bytes {
        /// The bytes that the type's bits take.
        expected: usize,
        /// The bits of the type.
        bits: usize,
        /// The bytes of the value.
        got: usize,
    },
    /// A bit behind the last one is set.
    #[error("a bit behind the last one is set")]
    Padding,
    /// A character is neither `0` nor `1`.
    #[error("character {position} is neither `0` nor `1`")]
    Character {
        /// The position, from 1.
        position: usize,
    },
}

/// A bit string in the database of another length than the type says.
#[derive(Debug, thiserror::Error)]
#[error("expected {expected} bits, the database holds {got}")]
struct StoredLength {
    expected: usize,
    got: i32,
}

impl<const N: usize> Bits<N> {
    /// `N` bits, none of them set.
    pub fn zeros() -> Self {
        Self {
            bytes: vec![0; N.div_ceil(8)].into_boxed_slice(),
        }
    }

    /// From packed bits: the first one is the highest one of the first byte.
    ///
    /// # Errors
    /// Where the number of bytes is not the one that `N` bits take, or a bit behind the last one is set.
    pub fn from_bytes(bytes: impl Into<Box<[u8]>>) -> Result<Self, BitsError> {
        let bytes = bytes.into();
        let (expected, got) = (N.div_ceil(8), bytes.len());
        if expected != got {
            let bits = N;
            return Err(BitsError::Bytes {
                expected,
                bits,
                got,
            });
        }
        let unused = bytes.len() * 8 - N;
        match bytes.last() {
            Some(last) if (last.trailing_zeros() as usize) < unused => Err(BitsError::Padding),
            _ => Ok(Self { bytes }),
        }
    }

    /// The packed bits: the first one is the highest one of the first byte.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bit at a position from 0; `None` from `N` on.
    pub fn get(&self, position: usize) -> Option<bool> {
        let byte = self.bytes.get(position / 8).filter(|_| position < N)?;
        Some(byte & mask(position) != 0)
    }

    /// Sets the bit at a position from 0, and gives the bit that was there; `None` from `N` on.
    pub fn set(&mut self, position: usize, bit: bool) -> Option<bool> {
        let byte = self.bytes.get_mut(position / 8).filter(|_| position < N)?;
        let was = *byte & mask(position) != 0;
        if bit {
            *byte |= mask(position);
        } else {
            *byte &= !mask(position);
        }
        Some(was)
    }

    /// The bits, from the first one on.
    pub fn iter(&self) -> impl Iterator<Item = bool> {
        let bits = self
            .bytes
            .iter()
            .flat_map(|byte| (0..8).map(move |bit| byte & mask(bit) != 0));
        bits.take(N)
    }

    /// The number of bits that are set.
    pub fn count_ones(&self) -> usize {
        self.bytes
            .iter()
            .map(|byte| byte.count_ones() as usize)
            .sum()
    }

    fn text(&self) -> String {
        self.iter().map(|bit| if bit { '1' } else { '0' }).collect()
    }
}

/// The bit of a byte at a position from the highest one on.
const fn mask(position: usize) -> u8 {
    0x80 >> (position % 8)
}

impl<const N: usize> From<[bool; N]> for Bits<N> {
    fn from(bits: [bool; N]) -> Self {
        let mut packed = Self::zeros();
        for (byte, bits) in packed.bytes.iter_mut().zip(bits.chunks(8)) {
            *byte = bits.iter().zip(0..).fold(
                0,
                |byte, (bit, position)| {
                    if *bit { byte | mask(position) } else { byte }
                },
            );
        }
        packed
    }
}

impl<const N: usize> TryFrom<&[bool]> for Bits<N> {
    type Error = BitsError;

    fn try_from(bits: &[bool]) -> Result<Self, BitsError> {
        let bits: &[bool; N] = bits.try_into().map_err(|_| BitsError::Length {
            expected: N,
            got: bits.len(),
        })?;
        Ok(Self::from(*bits))
    }
}

impl<const N: usize> TryFrom<Vec<bool>> for Bits<N> {
    type Error = BitsError;

    fn try_from(bits: Vec<bool>) -> Result<Self, BitsError> {
        bits.as_slice().try_into()
    }
}

impl<const N: usize> FromStr for Bits<N> {
    type Err = BitsError;

    fn from_str(text: &str) -> Result<Self, BitsError> {
        let bits = text
            .chars()
            .zip(1..)
            .map(|(character, position)| match character {
                '0' => Ok(false),
                '1' => Ok(true),
                _ => Err(BitsError::Character { position }),
            });
        bits.collect::<Result<Vec<bool>, _>>()?.try_into()
    }
}

/// As Postgres writes it: `0101`.
impl<const N: usize> fmt::Display for Bits<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text())
    }
}

impl<const N: usize> fmt::Debug for Bits<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bits<{N}>({self})")
    }
}

/// A text of zeros and ones.
#[cfg(feature = "json")]
impl<const N: usize> serde::Serialize for Bits<N> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "json")]
impl<'de, const N: usize> serde::Deserialize<'de> for Bits<N> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text: String = serde::Deserialize::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl<const N: usize> SqlType for Bits<N> {
    const DATA_TYPE: DataType =
        DataType::builtin("bit", 1560, 1561).with_modifier(vector::modifier(N));

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        buffer.extend_from_slice(&i32::try_from(N)?.to_be_bytes());
        buffer.extend_from_slice(&self.bytes);
        Ok(())
    }

    fn decode(mut bytes: &[u8]) -> Result<Self, BoxDynError> {
        let length = i32::from_be_bytes(wire::take(&mut bytes)?);
        if usize::try_from(length) != Ok(N) {
            return Err(Box::new(StoredLength {
                expected: N,
                got: length,
            }));
        }
        Ok(Self::from_bytes(bytes)?)
    }

    fn literal(&self, sql: &mut String) {
        // Without its length, `bit` is `bit(1)`.
        wire::push_quoted(sql, &self.text(), &Self::DATA_TYPE.sql());
    }
}

impl<const N: usize> ArrayElement for Bits<N> {}

#[cfg(test)]
mod tests {
    use super::super::testing::{
        assert_length_is_checked, assert_no_panic, assert_round_trip, decode_error, encoded,
        literal,
    };
    use super::*;

    #[test]
    fn round_trips() {
        assert_round_trip(&Bits::from([]));
        assert_round_trip(&Bits::from([true]));
        assert_round_trip(&Bits::from([
            false, true, true, false, true, false, false, true,
        ]));
        assert_round_trip(&Bits::from([true; 1027]));
        assert_eq!(
            encoded(&"101000001".parse::<Bits<9>>().unwrap()),
            [0, 0, 0, 9, 0xa0, 0x80]
        );
    }

    #[test]
    fn gets_and_sets() {
        let mut bits = Bits::<9>::zeros();
        assert_eq!(bits.set(8, true), Some(false));
        assert_eq!(bits.set(9, true), None);
        assert_eq!(bits.get(8), Some(true));
        assert_eq!(bits.get(9), None);
        assert_eq!(bits.to_string(), "000000001");
        assert_eq!(bits.count_ones(), 1);
        assert_eq!(bits.set(8, false), Some(true));
        assert_eq!(bits, Bits::zeros());
        assert_eq!(bits.iter().count(), 9);
    }

    #[test]
    fn refuses_what_is_another_length() {
        let error = "0101".parse::<Bits<3>>().unwrap_err();
        assert_eq!(error.to_string(), "expected 3 bits, got 4");
        let error = "01x".parse::<Bits<3>>().unwrap_err();
        assert_eq!(error.to_string(), "character 3 is neither `0` nor `1`");
        let error = Bits::<9>::from_bytes([0]).unwrap_err();
        assert_eq!(error.to_string(), "expected 2 bytes for 9 bits, got 1");
        assert_eq!(Bits::<9>::from_bytes([0, 0x40]), Err(BitsError::Padding));
        assert_eq!(
            decode_error::<Bits<3>>(&[0, 0, 0, 4, 0xf0]),
            "expected 3 bits, the database holds 4"
        );
        let bits = "0110100110".parse::<Bits<10>>().unwrap();
        assert_length_is_checked(&bits);
        assert_no_panic(&bits);
    }

    #[test]
    fn writes_a_literal() {
        let bits = Bits::from([true, false, true]);
        assert_eq!(literal(&bits), "'101'::bit(3)");
        assert_eq!(
            literal(&vec![bits.clone()]),
            "array['101'::bit(3)]::bit(3)[]"
        );
        assert_eq!(format!("{bits:?}"), "Bits<3>(101)");
    }

    #[cfg(feature = "json")]
    #[test]
    fn is_a_text_to_serde() {
        let bits = Bits::from([true, false, true]);
        assert_eq!(serde_json::to_string(&bits).unwrap(), "\"101\"");
        assert_eq!(serde_json::from_str::<Bits<3>>("\"101\"").unwrap(), bits);
    }
}
