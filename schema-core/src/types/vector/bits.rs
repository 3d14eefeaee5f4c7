//! `bit(N)`: <https://www.postgresql.org/docs/current/datatype-bit.html>.

use std::fmt;
use std::str::FromStr;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::dimensions;
use crate::types::{ArrayElement, DataType, SqlType, wire};

/// A string of `N` bits, such as a binary embedding: `bit(N)`.
///
/// ```
/// use schema_core::prelude::*;
///
/// let bits = Bits::from([true, false, true]);
/// assert_eq!(bits.to_string(), "101");
/// assert_eq!("101".parse(), Ok(bits));
///
/// // Packed, as embedding models return them: the first bit is the highest bit of the first byte.
/// let bits = Bits::<16>::from_bytes([0b1000_0000, 0b0000_0001])?;
/// assert_eq!(bits.get(0), Some(true));
/// assert_eq!(bits.count_ones(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [`VectorMethods`](crate::expr::VectorMethods) computes Hamming and Jaccard distances in SQL.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bits<const N: usize> {
    /// The packed bits. Unused bits of the last byte are zero.
    bytes: Box<[u8]>,
}

/// A value that cannot be converted to [`Bits`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BitsError {
    /// The number of bits does not match the type.
    #[error("expected {expected} bits, got {got}")]
    Length {
        /// The number of bits of the type.
        expected: usize,
        /// The number of bits of the value.
        got: usize,
    },
    /// The number of bytes does not match the number of bits.
    #[error("expected {expected} bytes for {bits} bits, got {got}")]
    Bytes {
        /// The number of bytes that the bits of the type require.
        expected: usize,
        /// The number of bits of the type.
        bits: usize,
        /// The number of bytes of the value.
        got: usize,
    },
    /// An unused bit of the last byte is set.
    #[error("an unused bit of the last byte is set")]
    Padding,
    /// A character is neither `0` nor `1`.
    #[error("character {position} is neither `0` nor `1`")]
    Character {
        /// The position, from 1.
        position: usize,
    },
}

/// A bit string in the database whose length does not match the type.
#[derive(Debug, thiserror::Error)]
#[error("expected {expected} bits, got {got} from the database")]
struct StoredLength {
    expected: usize,
    got: i32,
}

impl<const N: usize> Bits<N> {
    /// Creates a string of `N` zero bits.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// assert_eq!(Bits::<4>::zeros().to_string(), "0000");
    /// ```
    pub fn zeros() -> Self {
        Self {
            bytes: vec![0; N.div_ceil(8)].into_boxed_slice(),
        }
    }

    /// Creates a bit string from packed bits. The first bit is the highest bit of the first byte.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// let bits = Bits::<4>::from_bytes([0b1010_0000])?;
    /// assert_eq!(bits.to_string(), "1010");
    /// # Ok::<(), schema_core::types::BitsError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If `N` bits require another number of bytes, or an unused bit of the last byte is set.
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

    /// Returns the packed bits. The first bit is the highest bit of the first byte.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// let bits = Bits::from([true, false, true]);
    /// assert_eq!(bits.as_bytes(), [0b1010_0000]);
    /// ```
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Returns the bit at a position, starting at 0, or `None` if the position is not below `N`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// let bits = Bits::from([true, false]);
    /// assert_eq!(bits.get(0), Some(true));
    /// assert_eq!(bits.get(2), None);
    /// ```
    pub fn get(&self, position: usize) -> Option<bool> {
        let byte = self.bytes.get(position / 8).filter(|_| position < N)?;
        Some(byte & mask(position) != 0)
    }

    /// Replaces the bit at a position, starting at 0, and returns the previous bit, or `None` if the position is not
    /// below `N`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// let mut bits = Bits::<4>::zeros();
    /// assert_eq!(bits.set(2, true), Some(false));
    /// assert_eq!(bits.set(4, true), None);
    /// assert_eq!(bits.to_string(), "0010");
    /// ```
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

    /// Iterates over the bits.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// let bits = Bits::from([true, false]);
    /// assert!(bits.iter().eq([true, false]));
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = bool> {
        let bits = self
            .bytes
            .iter()
            .flat_map(|byte| (0..8).map(move |bit| byte & mask(bit) != 0));
        bits.take(N)
    }

    /// Returns the number of set bits.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// assert_eq!(Bits::from([true, false, true]).count_ones(), 2);
    /// ```
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

/// Returns the mask of a bit in its byte, counting from the highest bit.
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

/// Writes the bits as Postgres prints them: `0101`.
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

/// Serializes as a string of zeros and ones.
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
        DataType::builtin("bit", 1560, 1561).with_modifier(dimensions::modifier(N));

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
        // `bit` without a length is `bit(1)`.
        wire::push_quoted(sql, &self.text(), &Self::DATA_TYPE.sql());
    }
}

impl<const N: usize> ArrayElement for Bits<N> {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::testing::{
        assert_length_is_checked, assert_no_panic, assert_round_trip, decode_error, encoded,
        literal,
    };

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
    fn rejects_a_wrong_number_of_bits() {
        let error = "0101".parse::<Bits<3>>().unwrap_err();
        assert_eq!(error.to_string(), "expected 3 bits, got 4");
        let error = "01x".parse::<Bits<3>>().unwrap_err();
        assert_eq!(error.to_string(), "character 3 is neither `0` nor `1`");
        let error = Bits::<9>::from_bytes([0]).unwrap_err();
        assert_eq!(error.to_string(), "expected 2 bytes for 9 bits, got 1");
        assert_eq!(Bits::<9>::from_bytes([0, 0x40]), Err(BitsError::Padding));
        assert_eq!(
            decode_error::<Bits<3>>(&[0, 0, 0, 4, 0xf0]),
            "expected 3 bits, got 4 from the database"
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
    fn serializes_as_a_string() {
        let bits = Bits::from([true, false, true]);
        assert_eq!(serde_json::to_string(&bits).unwrap(), "\"101\"");
        assert_eq!(serde_json::from_str::<Bits<3>>("\"101\"").unwrap(), bits);
    }
}
