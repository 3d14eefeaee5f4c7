//! Decoders of whole rows.

use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use super::entry::{describe_marked, expected_marked};
use super::{Scope, ScopeEntry};
use crate::row::{ColumnList, Decoder, RowReader, Whole};
use crate::sql::Expected;
use crate::table::{Relation, Source};
use crate::types::{NeverNull, Nullable};

/// Reads all columns of the source `S`, as `all()` selects them. It may have no row if `N` is [`Nullable`].
#[derive(Debug)]
pub struct DecodeTable<S, N>(PhantomData<fn() -> (S, N)>);

impl<S: Source> Decoder for DecodeTable<S, NeverNull> {
    type Row = S::Relation;
    type Shape = Whole<Self>;
    const EXPECTED: Expected = expected_marked::<S>(<S::Relation as Relation>::EXPECTED);

    fn describe(columns: &mut ColumnList<'_>) {
        describe_marked::<S>(columns);
    }

    fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError> {
        // `all()` selects the same columns in any scope.
        if const { <S::Relation as Relation>::ALL_NULLABLE } {
            row.read::<bool>()?;
        }
        <S as ScopeEntry>::decode(row)
    }
}

impl<S: Source> Decoder for DecodeTable<S, Nullable> {
    type Row = Option<S::Relation>;
    type Shape = Whole<Self>;
    const EXPECTED: Expected = <Option<S> as ScopeEntry>::EXPECTED;

    fn describe(columns: &mut ColumnList<'_>) {
        describe_marked::<S>(columns);
    }

    fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError> {
        <Option<S> as ScopeEntry>::decode(row)
    }
}

/// Reads all columns of all sources of the scope `S`.
#[derive(Debug)]
pub struct DecodeScope<S>(PhantomData<fn() -> S>);

impl<S: Scope<Row: Send>> Decoder for DecodeScope<S> {
    type Row = S::Row;
    type Shape = Whole<Self>;
    const EXPECTED: Expected = S::EXPECTED;

    fn describe(columns: &mut ColumnList<'_>) {
        S::describe(columns);
    }

    #[inline]
    fn decode(row: &mut RowReader<'_>) -> Result<S::Row, BoxDynError> {
        S::decode(row)
    }
}
