//! Reading rows by ordinal, from the raw bytes of each value.

use std::{fmt, iter};

use sqlx::error::BoxDynError;
use sqlx::postgres::{PgColumn, PgRow};
use sqlx::{Column as _, ColumnIndex, Row as _, ValueRef as _};

use crate::def::TableDef;
use crate::error::Error;
use crate::types::{ColumnType, DataType, SqlType};

/// A struct that is decoded from all columns of a relation.
pub trait DecodeRow: Sized {
    /// Reads the columns in the order of the struct's fields.
    ///
    /// # Errors
    /// If a value does not fit its field.
    fn decode(row: &mut RowReader<'_>) -> Result<Self, BoxDynError>;
}

/// Reads a row's values from left to right.
pub struct RowReader<'r> {
    row: Source<'r>,
    next: usize,
}

/// The row that a [`RowReader`] reads. An enum instead of a trait object, because it costs fewer instructions.
#[derive(Clone, Copy)]
enum Source<'r> {
    Row(&'r PgRow),
    Copied(&'r Values<'r>),
}

impl Source<'_> {
    fn count(self) -> usize {
        match self {
            Self::Row(row) => row.len(),
            Self::Copied(values) => values.0.len(),
        }
    }
}

impl fmt::Debug for RowReader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RowReader")
            .field("next", &self.next)
            .finish_non_exhaustive()
    }
}

impl<'r> RowReader<'r> {
    /// Starts at the row's first value.
    pub fn new(row: &'r PgRow) -> Self {
        Self {
            row: Source::Row(row),
            next: 0,
        }
    }

    /// Starts at the first of these values; `None` is NULL.
    pub(crate) fn of_values(values: &'r Values<'r>) -> Self {
        Self {
            row: Source::Copied(values),
            next: 0,
        }
    }

    /// Reads the next value.
    ///
    /// # Errors
    /// If it is not a value of this type.
    #[inline]
    pub fn read<T: ColumnType>(&mut self) -> Result<T, BoxDynError> {
        match self.value() {
            None => self.null(),
            bytes => T::read(bytes),
        }
    }

    /// Returns the bytes of the next value; `None` is NULL, or the end of the row.
    #[inline]
    pub(crate) fn value(&mut self) -> Option<&'r [u8]> {
        let index = self.next;
        self.next += 1;
        PgRow::bytes(&self.row, index)
    }

    /// Reads NULL, or fails after the end of the row.
    fn null<T: ColumnType>(&self) -> Result<T, BoxDynError> {
        self.assert_not_over()?;
        T::read(None)
    }

    fn assert_not_over(&self) -> Result<(), BoxDynError> {
        let columns = self.row.count();
        if self.next > columns {
            return Err(Box::new(TooFewColumns { columns }));
        }
        Ok(())
    }

    /// If the next values are all NULL, skips them and returns true: an outer join matched no row.
    ///
    /// # Errors
    /// If the row has fewer values.
    pub(crate) fn skip_nulls(&mut self, values: usize) -> Result<bool, BoxDynError> {
        let first = self.next;
        for _ in 0..values {
            if self.value().is_some() {
                self.next = first;
                return Ok(false);
            }
        }
        self.assert_not_over()?;
        Ok(true)
    }

    /// Reads whether the next `values` are those of a row. If they are not, skips them and returns true: an outer join
    /// matched no row.
    ///
    /// # Errors
    /// If the row has fewer values.
    pub(crate) fn skip_missing(&mut self, values: usize) -> Result<bool, BoxDynError> {
        if self.read::<bool>()? {
            return Ok(false);
        }
        self.next += values;
        self.assert_not_over()?;
        Ok(true)
    }

    /// Skips the values that a decoder reads.
    ///
    /// # Errors
    /// If the row has fewer values.
    pub(crate) fn skip(&mut self, describe: fn(&mut ColumnList<'_>)) -> Result<(), BoxDynError> {
        self.next += ColumnList::count(describe);
        self.assert_not_over()
    }

    /// Returns the index of the value that was read last.
    pub(crate) fn position(&self) -> usize {
        self.next.saturating_sub(1)
    }
}

/// The bytes of a row's values.
///
/// A trait of sqlx's row rather than a method of [`Source`], so that the compiler puts it into the same codegen unit as the
/// sqlx methods that it calls, and inlines them. No other code of this crate may call these, for the same reason.
trait RawValues {
    /// Returns the bytes of a value; `None` is NULL, or after the end of the row.
    fn bytes<'r>(source: &Source<'r>, index: usize) -> Option<&'r [u8]>;
}

impl RawValues for PgRow {
    // Not inlined: there is one copy for all types, into which sqlx's part is inlined.
    #[inline(never)]
    fn bytes<'r>(source: &Source<'r>, index: usize) -> Option<&'r [u8]> {
        let row = match source {
            Source::Row(row) => *row,
            Source::Copied(values) => return values.bytes(index),
        };
        if index >= row.len() {
            return None;
        }
        // Borrowed, since the value is large. The bytes live as long as the row.
        match &row.try_get_raw(Ordinal(index)) {
            // Checked here, since `as_bytes` would allocate an error for NULL.
            Ok(value) if value.is_null() => None,
            Ok(value) => match value.as_bytes() {
                Ok(bytes) => Some(bytes),
                Err(error) => null(error),
            },
            Err(_) => None,
        }
    }
}

/// The values of a row that is not one of sqlx's; `None` is NULL.
#[derive(Debug)]
pub(crate) struct Values<'r>(pub(crate) Vec<Option<&'r [u8]>>);

impl<'r> Values<'r> {
    // Out of line, so that it is not on the path of sqlx's rows.
    #[cold]
    #[inline(never)]
    fn bytes(&self, index: usize) -> Option<&'r [u8]> {
        self.0.get(index).copied().flatten()
    }
}

/// Drops the only error of `as_bytes`. Out of line, so that the drop is not on the path of values.
#[cold]
#[inline(never)]
fn null<'r>(_error: BoxDynError) -> Option<&'r [u8]> {
    None
}

/// An index that is known to be within the row, so that sqlx does not check it.
#[derive(Debug)]
struct Ordinal(usize);

impl ColumnIndex<PgRow> for Ordinal {
    #[inline]
    fn index(&self, _row: &PgRow) -> sqlx::Result<usize> {
        Ok(self.0)
    }
}

/// The error of a row with fewer columns than the query reads.
#[derive(Debug, thiserror::Error)]
#[error("the row has only {columns} columns")]
struct TooFewColumns {
    columns: usize,
}

/// Walks over the columns that a query selects, to check their types or to find the name of one.
#[derive(Debug)]
pub struct ColumnList<'a> {
    task: Task<'a>,
    next: usize,
}

#[derive(Debug)]
enum Task<'a> {
    Check {
        columns: &'a [PgColumn],
        error: Option<Error>,
    },
    Find {
        position: usize,
        found: Option<(&'static str, &'static str)>,
    },
    Count,
}

impl<'a> ColumnList<'a> {
    /// Returns an error for the first column whose type in the database differs from the schema.
    pub(crate) fn check(row: &'a PgRow, describe: fn(&mut ColumnList<'_>)) -> Result<(), Error> {
        Self::check_columns(row.columns(), describe)
    }

    /// The same for the columns of a statement.
    ///
    /// # Errors
    /// For the first column whose type differs.
    pub fn check_columns(
        columns: &'a [PgColumn],
        describe: fn(&mut ColumnList<'_>),
    ) -> Result<(), Error> {
        let mut list = ColumnList {
            task: Task::Check {
                columns,
                error: None,
            },
            next: 0,
        };
        describe(&mut list);
        match list.task {
            Task::Check {
                error: Some(error), ..
            } => Err(error),
            _ => Ok(()),
        }
    }

    /// Returns the table and column at a position of the row, or `None` for an expression.
    pub(crate) fn find(
        position: usize,
        describe: fn(&mut ColumnList<'_>),
    ) -> Option<(&'static str, &'static str)> {
        let mut list = ColumnList {
            task: Task::Find {
                position,
                found: None,
            },
            next: 0,
        };
        describe(&mut list);
        match list.task {
            Task::Find { found, .. } => found,
            Task::Check { .. } | Task::Count => None,
        }
    }

    /// Returns the number of columns.
    pub fn count(describe: fn(&mut ColumnList<'_>)) -> usize {
        let mut list = ColumnList {
            task: Task::Count,
            next: 0,
        };
        describe(&mut list);
        list.next
    }

    /// Appends an expression, which may be a column: its table's and its own name.
    pub fn expression(
        &mut self,
        data_type: &DataType,
        place: Option<(&'static str, &'static str)>,
    ) {
        match &mut self.task {
            Task::Check { columns, error } => {
                if let Some(column) = columns.get(self.next)
                    && !data_type.accepts(column.type_info())
                    && error.is_none()
                {
                    *error = Some(mismatch(data_type, place, self.next, column));
                }
            }
            Task::Find { position, found } => {
                if *position == self.next {
                    *found = place;
                }
            }
            Task::Count => {}
        }
        self.next += 1;
    }

    /// Appends a value of type `T`, which may be a column: its table's and its own name.
    pub fn column<T: ColumnType>(&mut self, place: Option<(&'static str, &'static str)>) {
        self.expression(&<T::Base as SqlType>::DATA_TYPE, place);
    }

    /// Appends all columns of a table.
    pub fn table(&mut self, table: &TableDef) {
        if let Task::Check { columns, .. } = &self.task
            && let Some(columns) = columns.get(self.next..self.next + table.columns.len())
            && iter::zip(table.columns, columns)
                .all(|(column, actual)| column.data_type.accepts(actual.type_info()))
        {
            self.next += table.columns.len();
            return;
        }
        for column in table.columns {
            self.expression(&column.data_type, Some((table.name.name, column.name)));
        }
    }
}

#[cold]
fn mismatch(
    data_type: &DataType,
    place: Option<(&'static str, &'static str)>,
    position: usize,
    column: &PgColumn,
) -> Error {
    Error::type_mismatch(place, position, data_type.sql(), column.type_info())
}
