//! `vector` of pgvector: <https://github.com/pgvector/pgvector#vector-type>.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::str::FromStr;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::dimensions::{DimensionError, check_dimensions, modifier, too_long};
use crate::types::{ArrayElement, DataType, SqlType, wire};

/// The number of elements that [`fmt::Debug`] shows of a long vector.
const DEBUG_NUMBERS: usize = 4;

/// A vector with `N` dimensions, such as an embedding: `vector(N)` of pgvector.
///
/// ```
/// use schema_core::prelude::*;
///
/// let vector = Vector::from([0.5, -1.0, 2.0]);
/// assert_eq!(vector.len(), 3);
/// assert_eq!(vector.to_string(), "[0.5,-1,2]");
///
/// let embedding: Vec<f32> = vec![0.0; 768];
/// let error = Vector::<384>::try_from(embedding).unwrap_err();
/// assert_eq!(error.to_string(), "expected 384 dimensions, got 768");
/// ```
///
/// The number of dimensions is part of the type. The compiler checks it when a vector is made from an array. Making one
/// from a `Vec` or a slice can fail. A vector dereferences to `[f32]`, and parses from the text that pgvector prints.
///
/// [`VectorMethods`](crate::expr::VectorMethods) computes distances in SQL.
#[derive(Clone, PartialEq, PartialOrd)]
pub struct Vector<const N: usize>(Box<[f32; N]>);

/// A text that cannot be parsed as a [`Vector`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ParseVectorError {
    /// The numbers are not in brackets.
    #[error("a vector must be in brackets; write it like `[1,2,3]`")]
    Brackets,
    /// An element is not a number.
    #[error("element {position} of the vector is not a number")]
    Number {
        /// The position, from 1.
        position: usize,
        /// The cause.
        source: std::num::ParseFloatError,
    },
    /// The number of dimensions does not match the type.
    #[error(transparent)]
    Dimensions(#[from] DimensionError),
}

impl<const N: usize> Vector<N> {
    /// Returns the elements as a slice.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// let vector = Vector::from([0.5, -1.0]);
    /// assert_eq!(vector.as_slice(), [0.5, -1.0]);
    /// ```
    pub fn as_slice(&self) -> &[f32] {
        self.0.as_slice()
    }

    /// Returns the elements as an array.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// let vector = Vector::from([0.5, -1.0]);
    /// let [x, y] = *vector.as_array();
    /// assert_eq!((x, y), (0.5, -1.0));
    /// ```
    pub const fn as_array(&self) -> &[f32; N] {
        &self.0
    }
}

impl<const N: usize> From<[f32; N]> for Vector<N> {
    fn from(numbers: [f32; N]) -> Self {
        Self(Box::new(numbers))
    }
}

impl<const N: usize> From<Box<[f32; N]>> for Vector<N> {
    fn from(numbers: Box<[f32; N]>) -> Self {
        Self(numbers)
    }
}

impl<const N: usize> TryFrom<Vec<f32>> for Vector<N> {
    type Error = DimensionError;

    fn try_from(numbers: Vec<f32>) -> Result<Self, DimensionError> {
        let boxed = numbers.into_boxed_slice().try_into();
        boxed
            .map(Self)
            .map_err(|numbers: Box<[f32]>| DimensionError::new(N, numbers.len()))
    }
}

impl<const N: usize> TryFrom<&[f32]> for Vector<N> {
    type Error = DimensionError;

    fn try_from(numbers: &[f32]) -> Result<Self, DimensionError> {
        if numbers.len() == N {
            numbers.to_vec().try_into()
        } else {
            Err(DimensionError::new(N, numbers.len()))
        }
    }
}

impl<const N: usize> From<Vector<N>> for Vec<f32> {
    fn from(vector: Vector<N>) -> Self {
        let numbers: Box<[f32]> = vector.0;
        numbers.into_vec()
    }
}

impl<const N: usize> From<Vector<N>> for Box<[f32; N]> {
    fn from(vector: Vector<N>) -> Self {
        vector.0
    }
}

impl<const N: usize> Deref for Vector<N> {
    type Target = [f32];

    fn deref(&self) -> &[f32] {
        self.as_slice()
    }
}

impl<const N: usize> DerefMut for Vector<N> {
    fn deref_mut(&mut self) -> &mut [f32] {
        self.0.as_mut_slice()
    }
}

impl<const N: usize> AsRef<[f32]> for Vector<N> {
    fn as_ref(&self) -> &[f32] {
        self.as_slice()
    }
}

impl<'a, const N: usize> IntoIterator for &'a Vector<N> {
    type Item = &'a f32;
    type IntoIter = std::slice::Iter<'a, f32>;

    fn into_iter(self) -> Self::IntoIter {
        self.as_slice().iter()
    }
}

/// Shows only the first elements of a long vector, and the number of the others.
impl<const N: usize> fmt::Debug for Vector<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug_numbers(f, format_args!("Vector<{N}>"), self.as_slice())
    }
}

/// Writes the vector as pgvector prints it: `[1,2.5,-3]`.
impl<const N: usize> fmt::Display for Vector<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text(self.as_slice()))
    }
}

impl<const N: usize> FromStr for Vector<N> {
    type Err = ParseVectorError;

    fn from_str(text: &str) -> Result<Self, ParseVectorError> {
        let inner = text.trim().strip_prefix('[');
        let inner = inner.and_then(|text| text.strip_suffix(']'));
        let inner = inner.ok_or(ParseVectorError::Brackets)?.trim();
        let parts = inner.split(',').filter(|_| !inner.is_empty());
        let numbers = parts.zip(1..).map(|(part, position)| {
            let number = part.trim().parse();
            number.map_err(|source| ParseVectorError::Number { position, source })
        });
        let numbers: Vec<f32> = numbers.collect::<Result<_, _>>()?;
        Ok(numbers.try_into()?)
    }
}

/// Serializes as an array of numbers.
#[cfg(feature = "json")]
impl<const N: usize> serde::Serialize for Vector<N> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.as_slice())
    }
}

#[cfg(feature = "json")]
impl<'de, const N: usize> serde::Deserialize<'de> for Vector<N> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let numbers: Vec<f32> = serde::Deserialize::deserialize(deserializer)?;
        numbers.try_into().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "pgvector")]
impl<const N: usize> From<Vector<N>> for pgvector::Vector {
    fn from(vector: Vector<N>) -> Self {
        Self::from(Vec::from(vector))
    }
}

#[cfg(feature = "pgvector")]
impl<const N: usize> TryFrom<pgvector::Vector> for Vector<N> {
    type Error = DimensionError;

    fn try_from(vector: pgvector::Vector) -> Result<Self, DimensionError> {
        Vec::from(vector).try_into()
    }
}

/// The server rejects `NaN` and infinite elements.
impl<const N: usize> SqlType for Vector<N> {
    const DATA_TYPE: DataType = DataType::extension("vector", "vector").with_modifier(modifier(N));

    fn encode(&self, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        let dimensions = i16::try_from(N).map_err(|_| too_long("vector", N))?;
        buffer.reserve(4 + N * 4);
        buffer.extend_from_slice(&dimensions.to_be_bytes());
        buffer.extend_from_slice(&[0; 2]);
        write_numbers(buffer, self.as_slice());
        Ok(())
    }

    fn decode(mut bytes: &[u8]) -> Result<Self, BoxDynError> {
        let dimensions = i16::from_be_bytes(wire::take(&mut bytes)?);
        let _unused: [u8; 2] = wire::take(&mut bytes)?;
        check_dimensions(N, dimensions.into())?;
        let (chunks, rest) = bytes.as_chunks();
        if chunks.len() != N || !rest.is_empty() {
            return Err(wire::wrong_length(N * 4 + 4, bytes.len() + 4));
        }
        let numbers: Vec<f32> = chunks
            .iter()
            .map(|chunk| f32::from_be_bytes(*chunk))
            .collect();
        Ok(numbers.try_into()?)
    }

    fn literal(&self, sql: &mut String) {
        wire::push_quoted(sql, &text(self.as_slice()), "vector");
    }
}

impl<const N: usize> ArrayElement for Vector<N> {}

/// Appends the elements. Resizes the buffer first, so that the loop does not check its capacity.
pub(super) fn write_numbers(buffer: &mut Vec<u8>, numbers: &[f32]) {
    let start = buffer.len();
    buffer.resize(start + numbers.len() * 4, 0);
    let (chunks, _) = buffer.get_mut(start..).unwrap_or_default().as_chunks_mut();
    for (chunk, number) in chunks.iter_mut().zip(numbers) {
        *chunk = number.to_be_bytes();
    }
}

/// Returns the text of a vector: `[1,2.5,-3]`.
pub(super) fn text(numbers: &[f32]) -> String {
    let mut text = String::with_capacity(2 + numbers.len() * 12);
    text.push('[');
    for (position, number) in numbers.iter().enumerate() {
        if position > 0 {
            text.push(',');
        }
        wire::push_f32(&mut text, *number);
    }
    text.push(']');
    text
}

/// Writes a vector in one line, however long it is.
pub(super) fn debug_numbers(
    f: &mut fmt::Formatter<'_>,
    name: fmt::Arguments<'_>,
    numbers: &[f32],
) -> fmt::Result {
    let shown = if numbers.len() <= DEBUG_NUMBERS * 2 {
        numbers
    } else {
        numbers.get(..DEBUG_NUMBERS).unwrap_or(numbers)
    };
    write!(f, "{name}[")?;
    for (position, number) in shown.iter().enumerate() {
        let comma = if position > 0 { ", " } else { "" };
        write!(f, "{comma}{number:?}")?;
    }
    match numbers.len() - shown.len() {
        0 => f.write_str("]"),
        more => write!(f, ", … {more} more]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::testing::{
        assert_length_is_checked, assert_no_panic, assert_round_trip, decode_error, encode_error,
        encoded, literal,
    };

    #[test]
    fn round_trips() {
        assert_round_trip(&Vector::from([1.5, -2.0, f32::MIN_POSITIVE]));
        assert_round_trip(&Vector::from([0.25; 384]));
        assert_round_trip(&Vector::<16_000>::try_from(vec![0.5; 16_000]).unwrap());
        assert_eq!(
            encoded(&Vector::from([1.0, -2.0])),
            [0, 2, 0, 0, 0x3f, 0x80, 0, 0, 0xc0, 0, 0, 0]
        );
    }

    #[test]
    fn is_as_small_as_a_pointer() {
        assert_eq!(size_of::<Option<Vector<384>>>(), size_of::<usize>());
    }

    #[test]
    fn names_both_sizes() {
        let error = Vector::<384>::try_from(vec![0.0; 768]).unwrap_err();
        assert_eq!(error.to_string(), "expected 384 dimensions, got 768");
        let error = Vector::<2>::try_from([1.0].as_slice()).unwrap_err();
        assert_eq!(error.to_string(), "expected 2 dimensions, got 1");
        assert_eq!(
            decode_error::<Vector<384>>(&encoded(&Vector::from([0.0; 768]))),
            "expected 384 dimensions, got 768 from the database"
        );
        assert_eq!(
            decode_error::<Vector<2>>(&[0xff, 0xff, 0, 0]),
            "expected 2 dimensions, got -1 from the database"
        );
    }

    #[test]
    fn rejects_a_wrong_length() {
        assert_length_is_checked(&Vector::from([1.0, 2.0]));
        assert_no_panic(&Vector::from([1.0, 2.0]));
    }

    #[test]
    fn rejects_too_many_dimensions() {
        let vector = Vector::<40_000>::try_from(vec![0.0; 40_000]).unwrap();
        assert_eq!(
            encode_error(&vector),
            "pgvector cannot store a `vector` with 40000 dimensions"
        );
        assert_eq!(Vector::<40_000>::DATA_TYPE.sql(), "vector(40000)");
    }

    #[test]
    fn reads_and_writes_text() {
        let vector = Vector::from([1.0, -0.5, 1e-9]);
        assert_eq!(vector.to_string(), "[1,-0.5,1e-9]");
        assert_eq!(" [1, -0.5 ,1e-9]".parse(), Ok(vector));
        assert_eq!("[]".parse(), Ok(Vector::<0>::from([])));
        assert_eq!("1,2".parse::<Vector<2>>(), Err(ParseVectorError::Brackets));
        let error = "[1,x]".parse::<Vector<2>>().unwrap_err();
        assert_eq!(error.to_string(), "element 2 of the vector is not a number");
        let error = "[1,2]".parse::<Vector<3>>().unwrap_err();
        assert_eq!(error.to_string(), "expected 3 dimensions, got 2");
    }

    #[test]
    fn debugs_in_one_line() {
        assert_eq!(
            format!("{:?}", Vector::from([1.0, 2.5])),
            "Vector<2>[1.0, 2.5]"
        );
        assert_eq!(
            format!("{:?}", Vector::from([0.5; 384])),
            "Vector<384>[0.5, 0.5, 0.5, 0.5, … 380 more]"
        );
    }

    #[test]
    fn writes_a_literal() {
        assert_eq!(literal(&Vector::from([1.0, 2.0])), "'[1,2]'::vector");
        assert_eq!(
            literal(&vec![Vector::from([1.0, 2.0])]),
            "array['[1,2]'::vector]::vector(2)[]"
        );
    }

    #[cfg(feature = "json")]
    #[test]
    fn serializes_as_an_array() {
        let vector = Vector::from([1.0, 2.5]);
        assert_eq!(serde_json::to_string(&vector).unwrap(), "[1.0,2.5]");
        assert_eq!(
            serde_json::from_str::<Vector<2>>("[1, 2.5]").unwrap(),
            vector
        );
        let error = serde_json::from_str::<Vector<3>>("[1, 2.5]").unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("expected 3 dimensions, got 2")
        );
    }

    #[cfg(feature = "pgvector")]
    #[test]
    fn converts_to_and_from_the_crate_pgvector() {
        let vector = Vector::from([1.0, 2.5]);
        let theirs = pgvector::Vector::from(vector.clone());
        assert_eq!(theirs.as_slice(), [1.0, 2.5]);
        assert_eq!(Vector::try_from(theirs.clone()), Ok(vector));
        assert_eq!(
            Vector::<3>::try_from(theirs),
            Err(DimensionError::new(3, 2))
        );
    }
}
