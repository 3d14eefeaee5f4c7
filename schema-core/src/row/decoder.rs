//! Decoders: from the rows that the server returns to the rows of a query.

use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;
use sqlx::postgres::PgRow;

use super::{ColumnList, RowReader};
use crate::error::{Error, Result};
use crate::sql::{Expected, Expects};
use crate::tuples::for_each_tuple;

/// Appends the types of the columns that a decoder reads.
pub type Describe = fn(&mut ColumnList<'_>);

/// A type that decodes one row from one row of the server.
///
/// It does not depend on the query's scope: if a table is missing, `columns` reports it, and the methods after it do
/// not report it again.
pub trait Decoder {
    /// The decoded row.
    type Row: Send;
    /// How the columns are combined with those of another query: one by one, or as a [`Whole`](super::Whole).
    type Shape;
    /// The columns that [`decode`](Self::decode) reads, for tools.
    #[doc(hidden)]
    const EXPECTED: Expected = Expected::Unknown;

    /// Appends the types of the columns that [`decode`](Self::decode) reads.
    fn describe(columns: &mut ColumnList<'_>);

    /// Decodes a row.
    ///
    /// # Errors
    /// If a value does not fit its Rust type.
    fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError>;
}

/// A decoder as a value, from [`Query::decoder`](crate::exec::Query::decoder). It can have state, so that it can assemble
/// a row from several rows of the server.
///
/// ```
/// use schema_core::row::{ColumnList, Describe, RowDecoder, RowReader};
/// use sqlx::error::BoxDynError;
///
/// /// Reads pairs `(parent, child)`, ordered by parent, as each parent with all its children.
/// #[derive(Default)]
/// struct Children {
///     current: Option<(i64, Vec<String>)>,
/// }
///
/// impl RowDecoder for Children {
///     type Row = (i64, Vec<String>);
///     const FOLDS: bool = true;
///
///     fn describe(&self) -> Describe {
///         |columns| {
///             columns.column::<i64>(None);
///             columns.column::<String>(None);
///         }
///     }
///
///     fn push(&mut self, row: &mut RowReader<'_>) -> Result<Option<Self::Row>, BoxDynError> {
///         let (parent, child): (i64, String) = (row.read()?, row.read()?);
///         match &mut self.current {
///             Some((id, children)) if *id == parent => {
///                 children.push(child);
///                 Ok(None)
///             }
///             current => Ok(current.replace((parent, vec![child]))),
///         }
///     }
///
///     fn finish(&mut self) -> Option<Self::Row> {
///         self.current.take()
///     }
/// }
/// ```
pub trait RowDecoder: Send + Sync + Unpin {
    /// The decoded row.
    type Row: Send;

    /// True if a row may be assembled from several rows of the server.
    const FOLDS: bool = false;
    /// The columns that the decoder reads, for tools.
    #[doc(hidden)]
    const COLUMNS: Expected = Expected::Unknown;

    /// Returns the function that appends the types of the columns that the decoder reads.
    fn describe(&self) -> Describe;

    /// Adds a row of the server, and returns a row if one is complete.
    ///
    /// # Errors
    /// If a value does not fit its Rust type.
    fn push(&mut self, row: &mut RowReader<'_>) -> Result<Option<Self::Row>, BoxDynError>;

    /// Returns the last row, after the server's last one.
    fn finish(&mut self) -> Option<Self::Row> {
        None
    }
}

impl<D: RowDecoder> Expects for D {
    const EXPECTED: Expected = D::COLUMNS;
}

/// Checks that the columns have the types of the schema, and adds the row.
#[inline]
pub(crate) fn push_first<D: RowDecoder>(decoder: &mut D, row: &PgRow) -> Result<Option<D::Row>> {
    ColumnList::check(row, decoder.describe())?;
    push(decoder, row)
}

/// Adds a row whose columns have the same types as those of the first.
#[inline]
pub(crate) fn push<D: RowDecoder>(decoder: &mut D, row: &PgRow) -> Result<Option<D::Row>> {
    push_values(decoder, RowReader::new(row))
}

/// Adds a row, whatever its values come from.
#[inline]
pub(crate) fn push_values<D: RowDecoder>(
    decoder: &mut D,
    mut reader: RowReader<'_>,
) -> Result<Option<D::Row>> {
    // A match rather than `map_err`, which would add two functions for each type of row.
    match decoder.push(&mut reader) {
        Ok(row) => Ok(row),
        Err(source) => Err(decode_error(reader.position(), decoder.describe(), source)),
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

/// The decoder `D` as a value without state.
pub struct TypedDecoder<D>(PhantomData<fn() -> D>);

impl<D> TypedDecoder<D> {
    /// The only value.
    pub const NEW: Self = Self(PhantomData);
}

impl<D> Clone for TypedDecoder<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D> Copy for TypedDecoder<D> {}

impl<D> fmt::Debug for TypedDecoder<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TypedDecoder")
    }
}

impl<D: Decoder> RowDecoder for TypedDecoder<D> {
    type Row = D::Row;
    const COLUMNS: Expected = D::EXPECTED;

    fn describe(&self) -> Describe {
        D::describe
    }

    #[inline]
    fn push(&mut self, row: &mut RowReader<'_>) -> Result<Option<D::Row>, BoxDynError> {
        match D::decode(row) {
            Ok(row) => Ok(Some(row)),
            Err(error) => Err(error),
        }
    }
}

/// A decoder of rows of type `R` whose own type is erased.
pub struct ErasedDecoder<R> {
    describe: Describe,
    decode: fn(&mut RowReader<'_>) -> Result<R, BoxDynError>,
}

impl<R: Send> ErasedDecoder<R> {
    /// The decoder `D`.
    pub fn of<D: Decoder<Row = R>>() -> Self {
        Self {
            describe: D::describe,
            decode: D::decode,
        }
    }
}

impl<R> Clone for ErasedDecoder<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for ErasedDecoder<R> {}

impl<R> fmt::Debug for ErasedDecoder<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ErasedDecoder")
    }
}

impl<R: Send> RowDecoder for ErasedDecoder<R> {
    type Row = R;

    fn describe(&self) -> Describe {
        self.describe
    }

    fn push(&mut self, row: &mut RowReader<'_>) -> Result<Option<R>, BoxDynError> {
        (self.decode)(row).map(Some)
    }
}

macro_rules! tuple {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        impl<$($name: Decoder),+> Decoder for ($($name,)+) {
            type Row = ($($name::Row,)+);
            type Shape = ($($name::Shape,)+);
            const EXPECTED: Expected = Expected::List(&[$($name::EXPECTED),+]);

            #[inline]
            fn describe(columns: &mut ColumnList<'_>) {
                $($name::describe(columns);)+
            }

            #[inline]
            fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError> {
                Ok(($($name::decode(row)?,)+))
            }
        }
    };
}

for_each_tuple!(tuple);
