//! Running statements.

mod row;

pub use row::{DecodeRow, RowReader};
