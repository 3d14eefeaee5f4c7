//! The types of a text's parameters. They are in the compiled program, after the text and the columns.

use super::expected::{type_size, write_type};
use crate::def::{TableDef, same};
use crate::types::{DataType, SqlType as _};

/// Stands for a type whose name is too long: an object id that no type has.
const UNKNOWN: DataType = DataType::builtin("unknown", 0, 0);

/// A list of texts, which stands for the values of a column that `unnest` would take apart.
const TEXTS: DataType = String::DATA_TYPE.array_of();

/// Returns the number of bytes of a parameter's type.
pub(super) const fn size(data_type: &DataType) -> usize {
    match type_size(data_type) {
        Some(size) => size,
        None => 5,
    }
}

/// Writes a parameter's type at the end of the free bytes, and returns the bytes before it.
pub(super) const fn write<'a>(data_type: &DataType, free: &'a mut [u8]) -> &'a mut [u8] {
    let data_type = match type_size(data_type) {
        Some(_) => data_type,
        None => &UNKNOWN,
    };
    let (free, place) = free.split_at_mut(free.len() - size(data_type));
    write_type(data_type, 0, place);
    free
}

/// The types that the columns of inserted rows are sent as.
pub(super) struct Columns<'a> {
    table: &'a TableDef,
    many: bool,
    /// The index after the last column. The names usually have the order of the table.
    next: usize,
}

impl<'a> Columns<'a> {
    pub(super) const fn new(table: &'a TableDef, many: bool) -> Self {
        Self {
            table,
            many,
            next: 0,
        }
    }

    /// Returns the type of a column.
    pub(super) const fn data_type(&mut self, name: &str) -> DataType {
        let columns = self.table.columns;
        let mut i = 0;
        while i < columns.len() {
            let column = &columns[self.next];
            self.next = if self.next + 1 == columns.len() {
                0
            } else {
                self.next + 1
            };
            if same(column.name, name) {
                return match &column.data_type {
                    data_type if !self.many => *data_type,
                    data_type if data_type.is_unnested() => TEXTS,
                    data_type => data_type.array_of(),
                };
            }
            i += 1;
        }
        UNKNOWN
    }
}
