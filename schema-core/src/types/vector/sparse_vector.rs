//! `sparsevec` of pgvector: <https://github.com/pgvector/pgvector#sparsevec-type>.

use std::fmt;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::dense;
use super::dimensions::{self, DimensionError};
use crate::types::{ArrayElement, DataType, SqlType, wire};

/// A vector with `N` dimensions, most of them zero: `sparsevec(N)` of pgvector.
///
/// ```
/// use schema_core::prelude::*;
///
/// let vector = SparseVector::<10>::from_pairs([(7, 2.0), (0, 0.5)])?;
/// assert_eq!(vector.indices(), [0, 7]);
/// assert_eq!(vector.values(), [0.5, 2.0]);
/// assert_eq!(vector.to_string(), "{1:0.5,8:2}/10");
///
/// let error = SparseVector::<10>::from_pairs([(10, 1.0)]).unwrap_err();
/// assert_eq!(error.to_string(), "index 10 is out of range for a vector of 10 dimensions");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Only the non-zero elements are stored, with their indices. Indices start at 0 in Rust and at 1 in SQL, as in
/// `{1:0.5,8:2}/10`.
#[derive(Clone, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", serde(try_from = "Parts"))]
pub struct SparseVector<const N: usize> {
    /// Ascending, below `N`.
    indices: Box<[u32]>,
    /// One for each index, not zero.
    values: Box<[f32]>,
}

/// Indices and values that are not a valid [`SparseVector`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SparseVectorError {
    /// An index is not below the number of dimensions.
    #[error("index {index} is out of range for a vector of {dimensions} dimensions")]
    OutOfRange {
        /// The index.
        index: u32,
        /// The number of dimensions.
        dimensions: usize,
    },
    /// An index appears twice.
    #[error("index {index} appears twice")]
    Duplicate {
        /// The index.
        index: u32,
    },
    /// The numbers of indices and values differ.
    #[error("expected as many values as indices, got {indices} indices and {values} values")]
    Lengths {
        /// The number of indices.
        indices: usize,
        /// The number of values.
        values: usize,
    },
    /// The number of dimensions does not match the type.
    #[error(transparent)]
    Dimensions(#[from] DimensionError),
}

impl<const N: usize> SparseVector<N> {
    /// Creates a vector from pairs of an index, starting at 0, and a value, in any order. Zeros are dropped.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// let vector = SparseVector::<10>::from_pairs([(7, 2.0), (0, 0.5), (3, 0.0)])?;
    /// assert_eq!(vector.to_string(), "{1:0.5,8:2}/10");
    /// # Ok::<(), schema_core::types::SparseVectorError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If an index is not below `N`, or appears twice.
    pub fn from_pairs(
        pairs: impl IntoIterator<Item = (u32, f32)>,
    ) -> Result<Self, SparseVectorError> {
        let mut pairs: Vec<_> = pairs.into_iter().collect();
        pairs.sort_by_key(|(index, _)| *index);
        if let Some((index, _)) = pairs.last().filter(|(index, _)| !is_below(*index, N)) {
            let (index, dimensions) = (*index, N);
            return Err(SparseVectorError::OutOfRange { index, dimensions });
        }
        if let Some([(index, _), _]) = pairs.array_windows().find(|[a, b]| a.0 == b.0) {
            return Err(SparseVectorError::Duplicate { index: *index });
        }
        pairs.retain(|(_, value)| *value != 0.0);
        let (indices, values): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
        Ok(Self {
            indices: indices.into_boxed_slice(),
            values: values.into_boxed_slice(),
        })
    }

    /// Returns the indices of the non-zero elements, starting at 0, in ascending order.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// let vector = SparseVector::from([0.5, 0.0, 2.0]);
    /// assert_eq!(vector.indices(), [0, 2]);
    /// ```
    pub fn indices(&self) -> &[u32] {
        &self.indices
    }

    /// Returns the non-zero elements, in the order of their indices.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// let vector = SparseVector::from([0.5, 0.0, 2.0]);
    /// assert_eq!(vector.values(), [0.5, 2.0]);
    /// ```
    pub fn values(&self) -> &[f32] {
        &self.values
    }

    /// Iterates over the non-zero elements with their indices.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// let vector = SparseVector::from([0.5, 0.0, 2.0]);
    /// assert!(vector.iter().eq([(0, 0.5), (2, 2.0)]));
    /// ```
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (u32, f32)> + DoubleEndedIterator {
        self.indices
            .iter()
            .copied()
            .zip(self.values.iter().copied())
    }

    /// Returns all `N` elements, including the zeros.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// let vector = SparseVector::<3>::from_pairs([(2, 2.0)])?;
    /// assert_eq!(vector.to_dense(), [0.0, 0.0, 2.0]);
    /// # Ok::<(), schema_core::types::SparseVectorError>(())
    /// ```
    pub fn to_dense(&self) -> Vec<f32> {
        let mut numbers = vec![0.0; N];
        for (index, value) in self.iter() {
            let index = usize::try_from(index).ok();
            if let Some(number) = index.and_then(|index| numbers.get_mut(index)) {
                *number = value;
            }
        }
        numbers
    }

    /// Returns the text that pgvector parses and prints.
    fn text(&self) -> String {
        let mut text = String::from("{");
        for (position, (index, value)) in self.iter().enumerate() {
            let comma = if position > 0 { "," } else { "" };
            wire::push(&mut text, format_args!("{comma}{}:", u64::from(index) + 1));
            wire::push_f32(&mut text, value);
        }
        wire::push(&mut text, format_args!("}}/{N}"));
        text
    }

    /// Collects the non-zero elements of a dense vector with `N` dimensions.
    fn collect(numbers: &[f32]) -> Self {
        let numbers = (0..).zip(numbers.iter().copied());
        let (indices, values): (Vec<_>, Vec<_>) =
            numbers.filter(|(_, value)| *value != 0.0).unzip();
        Self {
            indices: indices.into_boxed_slice(),
            values: values.into_boxed_slice(),
        }
    }
}

fn is_below(index: u32, dimensions: usize) -> bool {
    usize::try_from(index).is_ok_and(|index| index < dimensions)
}

/// Zeros are dropped.
impl<const N: usize> From<[f32; N]> for SparseVector<N> {
    fn from(numbers: [f32; N]) -> Self {
        Self::collect(&numbers)
    }
}

impl<const N: usize> TryFrom<&[f32]> for SparseVector<N> {
    type Error = DimensionError;

    fn try_from(numbers: &[f32]) -> Result<Self, DimensionError> {
        if numbers.len() == N {
            Ok(Self::collect(numbers))
        } else {
            Err(DimensionError::new(N, numbers.len()))
        }
    }
}

impl<const N: usize> TryFrom<Vec<f32>> for SparseVector<N> {
    type Error = DimensionError;

    fn try_from(numbers: Vec<f32>) -> Result<Self, DimensionError> {
        numbers.as_slice().try_into()
    }
}

impl<const N: usize> fmt::Debug for SparseVector<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SparseVector<{N}>")?;
        f.debug_map().entries(self.iter()).finish()
    }
}

/// Writes the vector as pgvector prints it, with indices starting at 1: `{1:0.5,8:2}/10`.
impl<const N: usize> fmt::Display for SparseVector<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

/// The deserialized fields, before they are checked.
#[cfg(feature = "json")]
#[derive(serde::Deserialize)]
#[serde(rename = "SparseVector")]
struct Parts {
    indices: Vec<u32>,
    values: Vec<f32>,
}

#[cfg(feature = "json")]
impl<const N: usize> TryFrom<Parts> for SparseVector<N> {
    type Error = SparseVectorError;

    fn try_from(parts: Parts) -> Result<Self, SparseVectorError> {
        let (indices, values) = (parts.indices.len(), parts.values.len());
        if indices != values {
            return Err(SparseVectorError::Lengths { indices, values });
        }
        Self::from_pairs(parts.indices.into_iter().zip(parts.values))
    }
}

#[cfg(feature = "pgvector")]
impl<const N: usize> TryFrom<SparseVector<N>> for pgvector::SparseVector {
    type Error = SparseVectorError;

    /// Fails if the number of dimensions exceeds an `i32`.
    fn try_from(vector: SparseVector<N>) -> Result<Self, SparseVectorError> {
        let most = usize::try_from(i32::MAX).unwrap_or(usize::MAX);
        let dimensions = i32::try_from(N).map_err(|_| DimensionError::new(most, N))?;
        let indices: Vec<_> = vector
            .indices
            .iter()
            .map(|index| index.cast_signed())
            .collect();
        Ok(Self::from_map(
            indices.iter().zip(&vector.values),
            dimensions,
        ))
    }
}

#[cfg(feature = "pgvector")]
impl<const N: usize> TryFrom<pgvector::SparseVector> for SparseVector<N> {
    type Error = SparseVectorError;

    fn try_from(vector: pgvector::SparseVector) -> Result<Self, SparseVectorError> {
        let dimensions = usize::try_from(vector.dimensions()).unwrap_or_default();
        if dimensions != N {
            return Err(DimensionError::new(N, dimensions).into());
        }
        let indices = vector.indices().iter().map(|index| index.cast_unsigned());
        Self::from_pairs(indices.zip(vector.values().iter().copied()))
    }
}

/// The server rejects `NaN`, infinite elements and more than 16,000 non-zero elements.
impl<const N: usize> SqlType for SparseVector<N> {
    const DATA_TYPE: DataType =
        DataType::extension("sparsevec", "vector").with_modifier(dimensions::modifier(N));

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        let dimensions = i32::try_from(N).map_err(|_| dimensions::too_long("sparsevec", N))?;
        // Cannot fail: the indices are distinct and below N.
        let count = i32::try_from(self.indices.len())?;
        buffer.reserve(12 + self.indices.len() * 8);
        buffer.extend_from_slice(&dimensions.to_be_bytes());
        buffer.extend_from_slice(&count.to_be_bytes());
        buffer.extend_from_slice(&[0; 4]);
        for index in &self.indices {
            buffer.extend_from_slice(&index.to_be_bytes());
        }
        dense::write_numbers(buffer, &self.values);
        Ok(())
    }

    fn decode(mut bytes: &[u8]) -> Result<Self, BoxDynError> {
        let dimensions = i32::from_be_bytes(wire::take(&mut bytes)?);
        let count = u32::from_be_bytes(wire::take(&mut bytes)?);
        let _unused: [u8; 4] = wire::take(&mut bytes)?;
        dimensions::check_dimensions(N, dimensions.into())?;
        let count = usize::try_from(count)?;
        let (chunks, rest) = bytes.as_chunks();
        if chunks.len() / 2 != count || chunks.len() % 2 != 0 || !rest.is_empty() {
            let expected = count.saturating_mul(8).saturating_add(12);
            return Err(wire::wrong_length(expected, bytes.len() + 12));
        }
        let (indices, values) = chunks.split_at(count);
        let indices: Box<[u32]> = indices
            .iter()
            .map(|chunk| u32::from_be_bytes(*chunk))
            .collect();
        if !indices.is_sorted_by(|a, b| a < b) {
            return Err("the indices are not in ascending order".into());
        }
        if let Some(index) = indices.last().filter(|index| !is_below(**index, N)) {
            let (index, dimensions) = (*index, N);
            return Err(SparseVectorError::OutOfRange { index, dimensions }.into());
        }
        let values = values
            .iter()
            .map(|chunk| f32::from_be_bytes(*chunk))
            .collect();
        Ok(Self { indices, values })
    }

    fn literal(&self, sql: &mut String) {
        wire::push_quoted(sql, &self.text(), "sparsevec");
    }
}

impl<const N: usize> ArrayElement for SparseVector<N> {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::testing::{
        assert_length_is_checked, assert_no_panic, assert_round_trip, decode_error, encoded,
        literal,
    };

    fn sparse() -> SparseVector<10> {
        SparseVector::from_pairs([(7, 2.0), (0, 0.5), (3, 0.0)]).unwrap()
    }

    #[test]
    fn round_trips() {
        assert_round_trip(&sparse());
        assert_round_trip(&SparseVector::from([0.0; 3]));
        assert_eq!(
            encoded(&SparseVector::from([0.0, 1.0])),
            [
                0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0x3f, 0x80, 0, 0
            ]
        );
    }

    #[test]
    fn stores_only_non_zero_elements() {
        assert_eq!(sparse().indices(), [0, 7]);
        assert_eq!(sparse().values(), [0.5, 2.0]);
        let dense = [0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 2.0, 0.0, 0.0];
        assert_eq!(sparse().to_dense(), dense);
        assert_eq!(SparseVector::from(dense), sparse());
        assert_eq!(SparseVector::try_from(dense.to_vec()), Ok(sparse()));
    }

    #[test]
    fn rejects_invalid_vectors() {
        let error = SparseVector::<3>::from_pairs([(3, 1.0)]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "index 3 is out of range for a vector of 3 dimensions"
        );
        let error = SparseVector::<3>::from_pairs([(1, 1.0), (1, 0.0)]).unwrap_err();
        assert_eq!(error.to_string(), "index 1 appears twice");
        let error = SparseVector::<3>::try_from(vec![1.0]).unwrap_err();
        assert_eq!(error.to_string(), "expected 3 dimensions, got 1");
        assert_eq!(
            decode_error::<SparseVector<3>>(&encoded(&sparse())),
            "expected 3 dimensions, got 10 from the database"
        );
    }

    #[test]
    fn rejects_a_wrong_length() {
        assert_length_is_checked(&sparse());
        assert_no_panic(&sparse());
    }

    #[test]
    fn shows_numbers() {
        assert_eq!(sparse().to_string(), "{1:0.5,8:2}/10");
        assert_eq!(
            format!("{:?}", sparse()),
            "SparseVector<10>{0: 0.5, 7: 2.0}"
        );
        assert_eq!(literal(&sparse()), "'{1:0.5,8:2}/10'::sparsevec");
        assert_eq!(literal(&SparseVector::from([0.0])), "'{}/1'::sparsevec");
    }

    #[cfg(feature = "json")]
    #[test]
    fn serializes_as_indices_and_values() {
        let json = "{\"indices\":[0,7],\"values\":[0.5,2.0]}";
        assert_eq!(serde_json::to_string(&sparse()).unwrap(), json);
        assert_eq!(
            serde_json::from_str::<SparseVector<10>>(json).unwrap(),
            sparse()
        );
        let error = serde_json::from_str::<SparseVector<5>>(json).unwrap_err();
        assert_eq!(
            error.to_string(),
            "index 7 is out of range for a vector of 5 dimensions"
        );
        let error = serde_json::from_str::<SparseVector<5>>("{\"indices\":[0],\"values\":[]}");
        assert_eq!(
            error.unwrap_err().to_string(),
            "expected as many values as indices, got 1 indices and 0 values"
        );
    }

    #[cfg(feature = "pgvector")]
    #[test]
    fn converts_to_and_from_the_crate_pgvector() {
        let theirs = pgvector::SparseVector::try_from(sparse()).unwrap();
        assert_eq!(theirs.dimensions(), 10);
        assert_eq!(theirs.indices(), [0, 7]);
        assert_eq!(SparseVector::try_from(theirs.clone()), Ok(sparse()));
        assert_eq!(
            SparseVector::<3>::try_from(theirs),
            Err(DimensionError::new(3, 10).into())
        );
    }
}
