//! Vectors of pgvector (<https://github.com/pgvector/pgvector>) and bit strings.

#[cfg(feature = "bit-vec")]
mod bit_vec;
mod bits;
mod dense;
mod dimensions;
mod half_float;
mod half_vector;
mod sparse_vector;

pub use self::bits::{Bits, BitsError};
pub use self::dense::{ParseVectorError, Vector};
pub use self::dimensions::DimensionError;
pub use self::half_vector::HalfVector;
pub use self::sparse_vector::{SparseVector, SparseVectorError};
