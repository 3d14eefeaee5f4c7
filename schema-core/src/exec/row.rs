//! Reading rows by ordinal, from the raw bytes of each value.

use sqlx::error::BoxDynError;
use sqlx::postgres::{PgRow, PgTypeInfo};
use sqlx::{Column as _, Row as _, ValueRef as _};

use crate::table::{DataType, TableDef};
use crate::types::{ColumnType, SqlType};

/// A row of one table, as a whole.
pub trait DecodeRow: Sized {
    /// Reads the columns in the order of the struct's fields.
    ///
    /// # Errors
    /// Where a value does not fit its field.
    fn decode(row: &mut RowReader<'_>) -> Result<Self, BoxDynError>;
}

/// Reads a row's values from left to right.
#[derive(Debug)]
pub struct RowReader<'r> {
    row: &'r PgRow,
    next: usize,
}

impl<'r> RowReader<'r> {
    /// At the row's first value.
    pub fn new(row: &'r PgRow) -> Self {
        Self { row, next: 0 }
    }

    /// The next value.
    ///
    /// # Errors
    /// Where it is not a value of this type.
    #[inline]
    pub fn read<T: ColumnType>(&mut self) -> Result<T, BoxDynError> {
        let value = self.row.try_get_raw(self.next)?;
        self.next += 1;
        if value.is_null() {
            T::read(None)
        } else {
            T::read(Some(value.as_bytes()?))
        }
    }

    /// The number of values read so far: after an error, the ordinal behind the value that did not fit.
    pub fn position(&self) -> usize {
        self.next
    }
}
