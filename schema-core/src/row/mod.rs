//! Reading rows: from the bytes of a row's values to Rust values.

mod decoder;
mod reader;

pub use decoder::{Decoder, Describe, ErasedDecoder, RowDecoder, TypedDecoder};
pub(crate) use decoder::{push, push_first};
pub use reader::{ColumnList, DecodeRow, RowReader};
