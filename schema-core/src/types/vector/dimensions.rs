//! The number of dimensions of a vector: checks, and the modifier of the Postgres type.

use sqlx::error::BoxDynError;

/// A value whose number of dimensions does not match its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected} dimensions, got {got}")]
#[non_exhaustive]
pub struct DimensionError {
    /// The dimensions of the type.
    pub expected: usize,
    /// The dimensions of the value.
    pub got: usize,
}

impl DimensionError {
    pub(super) const fn new(expected: usize, got: usize) -> Self {
        Self { expected, got }
    }
}

/// A value in the database that does not match the Rust type, or a type that pgvector cannot store.
#[derive(Debug, thiserror::Error)]
pub(super) enum StoredVectorError {
    #[error("expected {expected} dimensions, got {got} from the database")]
    Dimensions { expected: usize, got: i64 },
    #[error("pgvector cannot store a `{data_type}` with {dimensions} dimensions")]
    TooLong {
        data_type: &'static str,
        dimensions: usize,
    },
}

/// Converts a number of dimensions to a type modifier. A number that does not fit becomes the largest one, which the
/// server rejects.
#[expect(
    clippy::cast_possible_truncation,
    reason = "larger numbers are handled before"
)]
pub(super) const fn modifier(dimensions: usize) -> u32 {
    if dimensions > u32::MAX as usize {
        u32::MAX
    } else {
        dimensions as u32
    }
}

#[cold]
pub(super) fn too_long(data_type: &'static str, dimensions: usize) -> BoxDynError {
    Box::new(StoredVectorError::TooLong {
        data_type,
        dimensions,
    })
}

/// Checks the dimensions in a value's header.
#[inline]
pub(super) fn check_dimensions(expected: usize, got: i64) -> Result<(), StoredVectorError> {
    if usize::try_from(got) == Ok(expected) {
        Ok(())
    } else {
        Err(StoredVectorError::Dimensions { expected, got })
    }
}
