//! What reads what a query selects from a row.

use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use super::describe_expression;
use crate::exec::{ColumnList, Decoder, RowReader};
use crate::expr::{Entry, Expression, Scope};
use crate::table::{Source, Table};
use crate::types::{ColumnType, NotNull, Nullability, Nullable};

/// Reads the expression `E`, which is NULL at times or never, as `N` says.
#[derive(Debug)]
pub struct DecodeExpression<E, N>(PhantomData<fn() -> (E, N)>);

impl<E, N> Decoder for DecodeExpression<E, N>
where
    E: Expression,
    N: Nullability,
    N::Of<E::Base>: ColumnType + Send,
{
    type Row = N::Of<E::Base>;

    #[inline]
    fn describe(columns: &mut ColumnList<'_>) {
        describe_expression::<E>(columns);
    }

    #[inline]
    fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError> {
        row.read()
    }
}

/// Reads all columns of the source `S`, which may have no row, as `N` says.
#[derive(Debug)]
pub struct DecodeTable<S, N>(PhantomData<fn() -> (S, N)>);

impl<S: Source> Decoder for DecodeTable<S, NotNull> {
    type Row = S::Table;

    fn describe(columns: &mut ColumnList<'_>) {
        columns.table(<S::Table as Table>::DEF);
    }

    fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError> {
        <S as Entry>::decode(row)
    }
}

impl<S: Source> Decoder for DecodeTable<S, Nullable> {
    type Row = Option<S::Table>;

    fn describe(columns: &mut ColumnList<'_>) {
        columns.table(<S::Table as Table>::DEF);
    }

    fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError> {
        <Option<S> as Entry>::decode(row)
    }
}

/// Reads all columns of all tables of the scope `S`.
#[derive(Debug)]
pub struct DecodeScope<S>(PhantomData<fn() -> S>);

impl<S: Scope<Row: Send>> Decoder for DecodeScope<S> {
    type Row = S::Row;

    fn describe(columns: &mut ColumnList<'_>) {
        S::describe(columns);
    }

    #[inline]
    fn decode(row: &mut RowReader<'_>) -> Result<S::Row, BoxDynError> {
        S::decode(row)
    }
}

macro_rules! tuples {
    ($([$($name:ident)*])*) => {$(
        impl<$($name: Decoder),*> Decoder for ($($name,)*) {
            type Row = ($($name::Row,)*);

            #[inline]
            fn describe(columns: &mut ColumnList<'_>) {
                $($name::describe(columns);)*
            }

            #[inline]
            fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError> {
                Ok(($($name::decode(row)?,)*))
            }
        }
    )*};
}

tuples! {
    [A]
    [A B]
    [A B C]
    [A B C D]
    [A B C D E]
    [A B C D E F]
    [A B C D E F G]
    [A B C D E F G H]
    [A B C D E F G H J]
    [A B C D E F G H J K]
    [A B C D E F G H J K L]
    [A B C D E F G H J K L M]
    [A B C D E F G H J K L M N]
    [A B C D E F G H J K L M N O]
    [A B C D E F G H J K L M N O P]
    [A B C D E F G H J K L M N O P Q]
}
