//! `sparsevec` of pgvector: <https://github.com/pgvector/pgvector#sparsevec-type>.

use std::fmt;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::vector::{self, DimensionError};
use super::{ArrayElement, SqlType, wire};
use crate::table::DataType;

/// A vector of `N` dimensions, most of them zero: `sparsevec(N)` of pgvector.
///
/// Only the numbers that are not zero are held, with their indices, which count from 0. In SQL they count from 1:
/// `{1:0.5,8:2}/10`.
///
/// ```
/// use schema_core::types::SparseVector;
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
#[derive(Clone, PartialEq)]
#[cfg_attr(feature = "json", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "json", serde(try_from = "Parts"))]
pub struct SparseVector<const N: usize> {
    /// Ascending, below `N`.
    indices: Box<[u32]>,
    /// As many, and none of them zero.
    values: Box<[f32]>,
}

/// Indices and values that make no [`SparseVector`].
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
    /// An index comes twice.
    #[error("index {index} comes twice")]
    Duplicate {
        /// The index.
        index: u32,
    },
    /// There are more or fewer indices than values.
    #[error("{indices} indices do not go with {values} values")]
    Lengths {
        /// The number of indices.
        indices: usize,
        /// The number of values.
        values: usize,
    },
    /// The vector is of another number of dimensions.
    #[error(transparent)]
    Dimensions(#[from] DimensionError),
}

impl<const N: usize> SparseVector<N> {
    /// From indices, which count from 0, and their values, in any order. Zeros are left out.
    ///
    /// # Errors
    /// Where an index is not below `N`, or comes twice.
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

    /// The indices of the numbers that are not zero, from 0, ascending.
    pub fn indices(&self) -> &[u32] {
        &self.indices
    }

    /// The numbers that are not zero, in the order of their indices.
    pub fn values(&self) -> &[f32] {
        &self.values
    }

    /// The indices and their values.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (u32, f32)> + DoubleEndedIterator {
        self.indices
            .iter()
            .copied()
            .zip(self.values.iter().copied())
    }

    /// All `N` numbers.
    pub fn to_dense(&self) -> Vec<f32> {
        let mut numbers = vec![0.0; N];
        for (index, value) in self.iter() {
            let place = usize::try_from(index).ok();
            if let Some(place) = place.and_then(|index| numbers.get_mut(index)) {
                *place = value;
            }
        }
        numbers
    }

    /// The text that pgvector reads and writes.
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

    /// The numbers of a dense vector that has `N` of them.
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

/// Zeros are left out.
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

/// As pgvector writes it, with indices from 1: `{1:0.5,8:2}/10`.
impl<const N: usize> fmt::Display for SparseVector<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

/// What serde reads, before it is checked.
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

    /// Their number of dimensions is an `i32`.
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

/// `NaN`, infinite numbers and more than 16,000 values are refused by the server.
impl<const N: usize> SqlType for SparseVector<N> {
    const DATA_TYPE: DataType =
        DataType::extension("sparsevec", "vector").with_modifier(vector::modifier(N));

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        let dimensions = i32::try_from(N).map_err(|_| vector::too_long("sparsevec", N))?;
        // As many as there are different indices below N.
        let count = i32::try_from(self.indices.len())?;
        buffer.reserve(12 + self.indices.len() * 8);
        buffer.extend_from_slice(&dimensions.to_be_bytes());
        buffer.extend_from_slice(&count.to_be_bytes());
        buffer.extend_from_slice(&[0; 4]);
        for index in &self.indices {
            buffer.extend_from_slice(&index.to_be_bytes());
        }
        vector::write_numbers(buffer, &self.values);
        Ok(())
    }

    fn decode(mut bytes: &[u8]) -> Result<Self, BoxDynError> {
        let dimensions = i32::from_be_bytes(wire::take(&mut bytes)?);
        let count = u32::from_be_bytes(wire::take(&mut bytes)?);
        let _unused: [u8; 4] = wire::take(&mut bytes)?;
        vector::check_dimensions(N, dimensions.into())?;
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
            return Err("the indices of the value are not ascending".into());
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
    use super::super::testing::{
        assert_length_is_checked, assert_no_panic, assert_round_trip, decode_error, encoded,
        literal,
    };
    use super::*;

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
    fn holds_what_is_not_zero() {
        assert_eq!(sparse().indices(), [0, 7]);
        assert_eq!(sparse().values(), [0.5, 2.0]);
        let dense = [0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 2.0, 0.0, 0.0];
        assert_eq!(sparse().to_dense(), dense);
        assert_eq!(SparseVector::from(dense), sparse());
        assert_eq!(SparseVector::try_from(dense.to_vec()), Ok(sparse()));
    }

    #[test]
    fn refuses_what_is_no_vector() {
        let error = SparseVector::<3>::from_pairs([(3, 1.0)]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "index 3 is out of range for a vector of 3 dimensions"
        );
        let error = SparseVector::<3>::from_pairs([(1, 1.0), (1, 0.0)]).unwrap_err();
        assert_eq!(error.to_string(), "index 1 comes twice");
        let error = SparseVector::<3>::try_from(vec![1.0]).unwrap_err();
        assert_eq!(error.to_string(), "expected 3 dimensions, got 1");
        assert_eq!(
            decode_error::<SparseVector<3>>(&encoded(&sparse())),
            "expected 3 dimensions, the database holds 10"
        );
    }

    #[test]
    fn refuses_another_length() {
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
    fn is_indices_and_values_to_serde() {
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
            "1 indices do not go with 0 values"
        );
    }

    #[cfg(feature = "pgvector")]
    #[test]
    fn converts_from_and_to_the_crate_pgvector() {
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
