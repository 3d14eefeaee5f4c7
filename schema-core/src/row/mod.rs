//! Reading rows: from the bytes of a row's values to Rust values.

mod decoder;
mod reader;
mod unite;

pub use decoder::{Decoder, Describe, ErasedDecoder, RowDecoder, TypedDecoder};
pub(crate) use decoder::{push, push_first, push_values};
pub(crate) use reader::Values;
pub use reader::{ColumnList, DecodeRow, RowReader};
pub use unite::{Except, Intersect, SetOperator, Union, Unites, Whole};
