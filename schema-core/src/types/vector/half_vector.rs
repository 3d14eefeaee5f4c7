//! `halfvec` of pgvector: <https://github.com/pgvector/pgvector#halfvec-type>.

use std::fmt;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::dense;
use super::dimensions::{self, DimensionError};
use super::half_float;
use crate::types::{ArrayElement, DataType, SqlType, wire};

/// A vector with `N` half-precision dimensions: `halfvec(N)` of pgvector, half the size of a `vector`.
///
/// ```
/// use schema_core::prelude::*;
///
/// let vector = HalfVector::from([0.5, 0.1]);
/// assert_eq!(vector.to_vec(), [0.5, 0.099975586]);
///
/// let error = HalfVector::<384>::try_from(vec![0.0; 768]).unwrap_err();
/// assert_eq!(error.to_string(), "expected 384 dimensions, got 768");
/// ```
///
/// Elements have about three significant digits and are at most 65,504. Larger numbers become infinite, which the
/// server rejects.
#[derive(Clone)]
pub struct HalfVector<const N: usize>(Box<[u16; N]>);

impl<const N: usize> HalfVector<N> {
    /// Creates a vector from the bits of its elements, in IEEE 754 binary16.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// let vector = HalfVector::from_bits([0x3c00, 0xc000]);
    /// assert_eq!(vector.to_vec(), [1.0, -2.0]);
    /// ```
    pub fn from_bits(bits: [u16; N]) -> Self {
        Self(Box::new(bits))
    }

    /// Returns the bits of the elements, in IEEE 754 binary16.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// let vector = HalfVector::from([1.0, -2.0]);
    /// assert_eq!(vector.as_bits(), &[0x3c00, 0xc000]);
    /// ```
    pub const fn as_bits(&self) -> &[u16; N] {
        &self.0
    }

    /// Iterates over the elements.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// let vector = HalfVector::from([1.0, -2.0]);
    /// assert_eq!(vector.iter().sum::<f32>(), -1.0);
    /// ```
    pub fn iter(&self) -> impl ExactSizeIterator<Item = f32> + DoubleEndedIterator {
        self.0.iter().map(|bits| half_float::to_f32(*bits))
    }

    /// Returns the elements as a `Vec`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// let vector = HalfVector::from([1.0, -2.0]);
    /// assert_eq!(vector.to_vec(), [1.0, -2.0]);
    /// ```
    pub fn to_vec(&self) -> Vec<f32> {
        self.iter().collect()
    }

    /// Collects the elements after checking their number.
    fn collect(bits: impl ExactSizeIterator<Item = u16>) -> Result<Self, DimensionError> {
        let got = bits.len();
        if got != N {
            return Err(DimensionError::new(N, got));
        }
        let bits = bits.collect::<Box<[u16]>>().try_into();
        bits.map(Self).map_err(|_| DimensionError::new(N, got))
    }
}

/// Rounds each number to half precision.
impl<const N: usize> From<[f32; N]> for HalfVector<N> {
    fn from(numbers: [f32; N]) -> Self {
        Self::from(&numbers)
    }
}

impl<const N: usize> From<&[f32; N]> for HalfVector<N> {
    fn from(numbers: &[f32; N]) -> Self {
        let mut bits = Box::new([0; N]);
        for (bits, number) in bits.iter_mut().zip(numbers) {
            *bits = half_float::from_f32(*number);
        }
        Self(bits)
    }
}

impl<const N: usize> From<&super::Vector<N>> for HalfVector<N> {
    fn from(vector: &super::Vector<N>) -> Self {
        Self::from(vector.as_array())
    }
}

impl<const N: usize> TryFrom<Vec<f32>> for HalfVector<N> {
    type Error = DimensionError;

    fn try_from(numbers: Vec<f32>) -> Result<Self, DimensionError> {
        numbers.as_slice().try_into()
    }
}

impl<const N: usize> TryFrom<&[f32]> for HalfVector<N> {
    type Error = DimensionError;

    fn try_from(numbers: &[f32]) -> Result<Self, DimensionError> {
        Self::collect(numbers.iter().map(|number| half_float::from_f32(*number)))
    }
}

#[cfg(feature = "half")]
impl<const N: usize> From<[half::f16; N]> for HalfVector<N> {
    fn from(numbers: [half::f16; N]) -> Self {
        Self(Box::new(numbers.map(half::f16::to_bits)))
    }
}

#[cfg(feature = "half")]
impl<const N: usize> TryFrom<Vec<half::f16>> for HalfVector<N> {
    type Error = DimensionError;

    fn try_from(numbers: Vec<half::f16>) -> Result<Self, DimensionError> {
        numbers.as_slice().try_into()
    }
}

#[cfg(feature = "half")]
impl<const N: usize> TryFrom<&[half::f16]> for HalfVector<N> {
    type Error = DimensionError;

    fn try_from(numbers: &[half::f16]) -> Result<Self, DimensionError> {
        Self::collect(numbers.iter().map(|number| number.to_bits()))
    }
}

#[cfg(feature = "half")]
impl<const N: usize> From<HalfVector<N>> for Vec<half::f16> {
    fn from(vector: HalfVector<N>) -> Self {
        vector
            .0
            .iter()
            .map(|bits| half::f16::from_bits(*bits))
            .collect()
    }
}

impl<const N: usize> From<HalfVector<N>> for Vec<f32> {
    fn from(vector: HalfVector<N>) -> Self {
        vector.to_vec()
    }
}

#[cfg(all(feature = "pgvector", feature = "half"))]
impl<const N: usize> From<HalfVector<N>> for pgvector::HalfVector {
    fn from(vector: HalfVector<N>) -> Self {
        Self::from(Vec::<half::f16>::from(vector))
    }
}

#[cfg(all(feature = "pgvector", feature = "half"))]
impl<const N: usize> TryFrom<pgvector::HalfVector> for HalfVector<N> {
    type Error = DimensionError;

    fn try_from(vector: pgvector::HalfVector) -> Result<Self, DimensionError> {
        vector.as_slice().try_into()
    }
}

/// Compares the elements as numbers: `-0` equals `0`, and `NaN` does not equal itself.
impl<const N: usize> PartialEq for HalfVector<N> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<const N: usize> PartialOrd for HalfVector<N> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        self.iter().partial_cmp(other.iter())
    }
}

/// Shows only the first elements of a long vector, and the number of the others.
impl<const N: usize> fmt::Debug for HalfVector<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        dense::debug_numbers(f, format_args!("HalfVector<{N}>"), &self.to_vec())
    }
}

/// Writes the vector as pgvector prints it: `[1,2.5,-3]`.
impl<const N: usize> fmt::Display for HalfVector<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&dense::text(&self.to_vec()))
    }
}

/// Serializes as an array of numbers.
#[cfg(feature = "json")]
impl<const N: usize> serde::Serialize for HalfVector<N> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(feature = "json")]
impl<'de, const N: usize> serde::Deserialize<'de> for HalfVector<N> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let numbers: Vec<f32> = serde::Deserialize::deserialize(deserializer)?;
        numbers.try_into().map_err(serde::de::Error::custom)
    }
}

/// The server rejects `NaN` and infinite elements.
impl<const N: usize> SqlType for HalfVector<N> {
    const DATA_TYPE: DataType =
        DataType::extension("halfvec", "vector").with_modifier(dimensions::modifier(N));

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        let dimensions = i16::try_from(N).map_err(|_| dimensions::too_long("halfvec", N))?;
        buffer.reserve(4 + N * 2);
        buffer.extend_from_slice(&dimensions.to_be_bytes());
        buffer.extend_from_slice(&[0; 2]);
        let start = buffer.len();
        buffer.resize(start + N * 2, 0);
        let (chunks, _) = buffer.get_mut(start..).unwrap_or_default().as_chunks_mut();
        for (chunk, bits) in chunks.iter_mut().zip(self.0.iter()) {
            *chunk = bits.to_be_bytes();
        }
        Ok(())
    }

    fn decode(mut bytes: &[u8]) -> Result<Self, BoxDynError> {
        let dimensions = i16::from_be_bytes(wire::take(&mut bytes)?);
        let _unused: [u8; 2] = wire::take(&mut bytes)?;
        dimensions::check_dimensions(N, dimensions.into())?;
        let (chunks, rest) = bytes.as_chunks();
        if chunks.len() != N || !rest.is_empty() {
            return Err(wire::wrong_length(N * 2 + 4, bytes.len() + 4));
        }
        Ok(Self::collect(
            chunks.iter().map(|chunk| u16::from_be_bytes(*chunk)),
        )?)
    }

    fn literal(&self, sql: &mut String) {
        wire::push_quoted(sql, &dense::text(&self.to_vec()), "halfvec");
    }
}

impl<const N: usize> ArrayElement for HalfVector<N> {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::Vector;
    use crate::types::testing::{
        assert_length_is_checked, assert_no_panic, assert_round_trip, decode_error, encode_error,
        encoded, literal,
    };

    #[test]
    fn round_trips() {
        assert_round_trip(&HalfVector::from([1.5, -2.0, 0.1]));
        assert_round_trip(&HalfVector::from([0.25; 384]));
        assert_eq!(
            encoded(&HalfVector::from([1.0, -2.0])),
            [0, 2, 0, 0, 0x3c, 0, 0xc0, 0]
        );
    }

    #[test]
    fn names_both_sizes() {
        let error = HalfVector::<384>::try_from(vec![0.0; 768]).unwrap_err();
        assert_eq!(error.to_string(), "expected 384 dimensions, got 768");
        assert_eq!(
            decode_error::<HalfVector<384>>(&encoded(&HalfVector::from([0.0; 768]))),
            "expected 384 dimensions, got 768 from the database"
        );
        let long = HalfVector::<40_000>::try_from(vec![0.0; 40_000]).unwrap();
        assert_eq!(
            encode_error(&long),
            "pgvector cannot store a `halfvec` with 40000 dimensions"
        );
    }

    #[test]
    fn rejects_a_wrong_length() {
        assert_length_is_checked(&HalfVector::from([1.0, 2.0]));
        assert_no_panic(&HalfVector::from([1.0, 2.0]));
    }

    #[test]
    fn compares_numbers() {
        assert_eq!(HalfVector::from([0.0]), HalfVector::from([-0.0]));
        assert_ne!(HalfVector::from([f32::NAN]), HalfVector::from([f32::NAN]));
        assert!(HalfVector::from([-1.0]) < HalfVector::from([1.0]));
        assert_eq!(
            HalfVector::from(&Vector::from([1.0])),
            HalfVector::from_bits([0x3c00])
        );
    }

    #[test]
    fn shows_numbers() {
        let vector = HalfVector::from([1.0, 2.5]);
        assert_eq!(vector.to_string(), "[1,2.5]");
        assert_eq!(format!("{vector:?}"), "HalfVector<2>[1.0, 2.5]");
        assert_eq!(literal(&vector), "'[1,2.5]'::halfvec");
    }

    #[cfg(feature = "json")]
    #[test]
    fn serializes_as_an_array() {
        let vector = HalfVector::from([1.0, 2.5]);
        assert_eq!(serde_json::to_string(&vector).unwrap(), "[1.0,2.5]");
        assert_eq!(
            serde_json::from_str::<HalfVector<2>>("[1, 2.5]").unwrap(),
            vector
        );
    }

    #[cfg(feature = "half")]
    #[test]
    fn converts_to_and_from_the_crate_half() {
        let numbers = [1.0, 2.5].map(half::f16::from_f32);
        let vector = HalfVector::from(numbers);
        assert_eq!(vector, HalfVector::from([1.0, 2.5]));
        assert_eq!(HalfVector::try_from(numbers.to_vec()).as_ref(), Ok(&vector));
        assert_eq!(Vec::<half::f16>::from(vector), numbers);
    }

    #[cfg(all(feature = "pgvector", feature = "half"))]
    #[test]
    fn converts_to_and_from_the_crate_pgvector() {
        let vector = HalfVector::from([1.0, 2.5]);
        let theirs = pgvector::HalfVector::from(vector.clone());
        assert_eq!(HalfVector::try_from(theirs.clone()), Ok(vector));
        assert_eq!(
            HalfVector::<3>::try_from(theirs),
            Err(DimensionError::new(3, 2))
        );
    }
}
