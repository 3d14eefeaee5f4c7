//! How rows are read: by a type, or by functions where the type is forgotten.

use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgRow;

use super::{ColumnList, RowReader};
use crate::error::{Error, Result};

/// Appends what a row is read from.
pub type Describe = fn(&mut ColumnList<'_>);

/// What reads a row. It knows nothing of the query's scope: where a table is missing, `columns` says so, and what
/// follows says it no second time.
pub trait Decoder {
    /// What comes of a row.
    type Row: Send;

    /// Appends what the row is read from.
    fn describe(columns: &mut ColumnList<'_>);

    /// Reads a row.
    ///
    /// # Errors
    /// Where a value does not fit.
    fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError>;
}

/// A [`Decoder`] as a value.
pub trait Reads: Copy + Send + Sync + Unpin {
    /// What comes of a row.
    type Row: Send;

    /// What appends what the row is read from.
    fn describe(self) -> Describe;

    /// Reads a row.
    ///
    /// # Errors
    /// Where a value does not fit.
    fn decode(self, row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError>;

    /// Reads a row after its columns have the types that the schema says; those after it have the same.
    ///
    /// # Errors
    /// [`Error::Decode`], and where a column has another type.
    fn read_first(self, row: &PgRow) -> Result<Self::Row> {
        ColumnList::check(row, self.describe())?;
        self.read(row)
    }

    /// Reads a row.
    ///
    /// # Errors
    /// [`Error::Decode`].
    #[inline]
    fn read(self, row: &PgRow) -> Result<Self::Row> {
        let mut reader = RowReader::new(row);
        // No `map_err`, which is two functions more for each type of a row.
        match self.decode(&mut reader) {
            Ok(row) => Ok(row),
            Err(source) => Err(decode_error(reader.position(), self.describe(), source)),
        }
    }
}

#[cold]
fn decode_error(position: usize, describe: Describe, source: BoxDynError) -> Error {
    let place = ColumnList::find(position, describe);
    Error::Decode {
        table: place.map(|(table, _)| table),
        column: place.map(|(_, column)| column),
        position,
        source,
    }
}

/// Reads by the decoder `D`.
pub struct ByType<D>(PhantomData<fn() -> D>);

impl<D> ByType<D> {
    pub(crate) const NEW: Self = Self(PhantomData);
}

impl<D> Clone for ByType<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D> Copy for ByType<D> {}

impl<D> fmt::Debug for ByType<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ByType")
    }
}

impl<D: Decoder> Reads for ByType<D> {
    type Row = D::Row;

    fn describe(self) -> Describe {
        D::describe
    }

    #[inline]
    fn decode(self, row: &mut RowReader<'_>) -> Result<D::Row, BoxDynError> {
        D::decode(row)
    }
}

/// Reads by functions.
pub struct ByFunctions<R> {
    describe: Describe,
    decode: fn(&mut RowReader<'_>) -> Result<R, BoxDynError>,
}

impl<R: Send> ByFunctions<R> {
    pub(crate) fn of<D: Decoder<Row = R>>() -> Self {
        Self {
            describe: D::describe,
            decode: D::decode,
        }
    }
}

impl<R> Clone for ByFunctions<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for ByFunctions<R> {}

impl<R> fmt::Debug for ByFunctions<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ByFunctions")
    }
}

impl<R: Send> Reads for ByFunctions<R> {
    type Row = R;

    fn describe(self) -> Describe {
        self.describe
    }

    fn decode(self, row: &mut RowReader<'_>) -> Result<R, BoxDynError> {
        (self.decode)(row)
    }
}
