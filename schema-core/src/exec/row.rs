//! Reading rows by ordinal, from the raw bytes of each value.

use std::iter;

use sqlx::error::BoxDynError;
use sqlx::postgres::{PgColumn, PgRow};
use sqlx::{Column as _, ColumnIndex, Row as _, ValueRef as _};

use crate::error::Error;
use crate::table::{DataType, Markers, TableDef};
use crate::types::ColumnType;

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
        match self.value() {
            None => self.null(),
            bytes => T::read(bytes),
        }
    }

    /// The bytes of the next value; `None` is NULL, or the end of the row.
    #[inline]
    fn value(&mut self) -> Option<&'r [u8]> {
        let index = self.next;
        self.next += 1;
        self.row.bytes(index)
    }

    /// NULL, as the last value.
    fn null<T: ColumnType>(&self) -> Result<T, BoxDynError> {
        self.assert_not_over()?;
        T::read(None)
    }

    fn assert_not_over(&self) -> Result<(), BoxDynError> {
        let columns = self.row.len();
        if self.next > columns {
            return Err(Box::new(TooFewColumns { columns }));
        }
        Ok(())
    }

    /// The next values, of these columns.
    ///
    /// # Errors
    /// Where one is not a value of its column's type.
    #[inline]
    pub fn columns<M: Markers>(&mut self) -> Result<M::Values, BoxDynError> {
        M::read(self)
    }

    /// Whether the next values are all NULL, and if so, goes behind them: an outer join found no row.
    ///
    /// # Errors
    /// Where there are not as many values.
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

    /// The place of the value that was read last.
    pub(crate) fn position(&self) -> usize {
        self.next.saturating_sub(1)
    }
}

/// The bytes of a row's values.
///
/// A trait of the row, not a function: so the compiler puts it into the same unit of code as what it calls of the row,
/// and with that into one function.
trait RawValues {
    /// The bytes of a value; `None` is NULL, or behind the end of the row.
    fn bytes(&self, index: usize) -> Option<&[u8]>;
}

impl RawValues for PgRow {
    // In one place for all types, so that what sqlx does for each value is compiled into it.
    #[inline(never)]
    fn bytes(&self, index: usize) -> Option<&[u8]> {
        if index >= self.len() {
            return None;
        }
        // Borrowed, since it is large: the bytes live as long as the row.
        match &self.try_get_raw(Ordinal(index)) {
            // Not left to `as_bytes`, which would make an error of it.
            Ok(value) if value.is_null() => None,
            Ok(value) => match value.as_bytes() {
                Ok(bytes) => Some(bytes),
                Err(error) => null(error),
            },
            Err(_) => None,
        }
    }
}

/// The only error that a value's bytes have. Apart, so that what drops it is not in the way of what is there.
#[cold]
#[inline(never)]
fn null<'r>(_error: BoxDynError) -> Option<&'r [u8]> {
    None
}

/// A column by its place, which is in the row: sqlx need not check it.
#[derive(Debug)]
struct Ordinal(usize);

impl ColumnIndex<PgRow> for Ordinal {
    #[inline]
    fn index(&self, _row: &PgRow) -> sqlx::Result<usize> {
        Ok(self.0)
    }
}

/// A row that ends before the last value that the query reads.
#[derive(Debug, thiserror::Error)]
#[error("the row has only {columns} columns")]
struct TooFewColumns {
    columns: usize,
}

/// Walks over the columns that a query selects: to check their types, or to find one's name.
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
}

impl<'a> ColumnList<'a> {
    /// The first column whose type in the database is not that of the schema.
    pub(crate) fn check(row: &'a PgRow, describe: fn(&mut ColumnList<'_>)) -> Result<(), Error> {
        let mut list = ColumnList {
            task: Task::Check {
                columns: row.columns(),
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

    /// The table and column at a place of the row, where an expression is not in its place.
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
            Task::Check { .. } => None,
        }
    }

    /// An expression, which may be a column of a table.
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
        }
        self.next += 1;
    }

    /// All columns of a table.
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
