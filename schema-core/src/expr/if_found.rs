//! `if_found`: some columns of a table that an outer join may not find.

use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use super::{Selection, SelectionKind};
use crate::row::{ColumnList, Decoder, RowReader, Whole};
use crate::scope::{GroupItems, Grouped, HasGroupKey, Kind, PerRow, WhereFound, found};
use crate::sql::{Expected, fragment};
use crate::table::Source;

/// The selection `E` of the rows for which an outer join finds a row of the source `T`:
/// [`if_found`](crate::query::TableMethods::if_found).
pub struct IfFound<T, E> {
    pub(crate) columns: E,
    pub(crate) source: PhantomData<fn() -> T>,
}

impl<T, E: Clone> Clone for IfFound<T, E> {
    fn clone(&self) -> Self {
        Self {
            columns: self.columns.clone(),
            source: PhantomData,
        }
    }
}

impl<T, E: Copy> Copy for IfFound<T, E> {}

impl<T, E: fmt::Debug> fmt::Debug for IfFound<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("IfFound").field(&self.columns).finish()
    }
}

fragment!(impl[T: Source, E: SelectionKind] IfFound<T, E> { [found::<T>()], (columns: E) });

#[diagnostic::do_not_recommend]
impl<T: Source, E: SelectionKind> SelectionKind for IfFound<T, E> {
    type Kind = <PerRow as Kind>::And<E::Kind>;
}

impl<S, T, E, D, I, J> Selection<S, (I, J), DecodeIfFound<D>> for IfFound<T, E>
where
    S: WhereFound<T, I>,
    E: Selection<S::Scope, J, D>,
    T: Source,
{
}

// In a group, the primary key determines all columns of a row.
#[diagnostic::do_not_recommend]
impl<S, G, T, I, K> WhereFound<T, (I, K)> for Grouped<S, G>
where
    S: WhereFound<T, I>,
    G: GroupItems<Keys: HasGroupKey<T, K>>,
{
    type Scope = Grouped<S::Scope, G>;
}

/// Reads whether an outer join found a row, and if so, what `D` decodes.
#[derive(Debug)]
pub struct DecodeIfFound<D>(PhantomData<fn() -> D>);

impl<D: Decoder> Decoder for DecodeIfFound<D> {
    type Row = Option<D::Row>;
    type Shape = Whole<Self>;
    const EXPECTED: Expected = Expected::List(&[Expected::BOOL, Expected::OrNone(&D::EXPECTED)]);

    fn describe(columns: &mut ColumnList<'_>) {
        columns.column::<bool>(None);
        D::describe(columns);
    }

    fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError> {
        if row.read::<bool>()? {
            D::decode(row).map(Some)
        } else {
            row.skip(D::describe)?;
            Ok(None)
        }
    }
}
