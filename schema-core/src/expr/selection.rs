//! Arguments of `columns` and `returning`: expressions, tuples of them, all columns of a table, or a user's struct.

use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use super::{Expression, Never};
use crate::row::{ColumnList, Decoder, RowReader, SetOperator, Unites};
use crate::scope::{
    Aggregate, Constant, DecodeTable, Deleted, GroupItems, Grouped, HasColumn, HasGroupKey,
    Inserted, Kind, Mixed, Nested, PerRow, Uncomputable, Updated, WholeRow, Windowed, kind_of,
    marked_columns,
};
use crate::sql::{Expected, Fragment, Null, fragment};
use crate::table::{Impossible, Source};
use crate::tuples::{for_each_scope, for_each_tuple};
use crate::types::{ColumnType, Nullability, SqlType};

/// An argument of `columns` or `returning`: an expression, a tuple, `Patient.all()`, or the struct that
/// `#[derive(Selectable)]` generates. The compiler infers the places `I` of its sources in the scope `S`, and its
/// decoder `D`.
///
/// `D` is a parameter rather than an associated type: see "One error per mistake" in `docs/architecture.md`.
#[diagnostic::on_unimplemented(
    message = "this cannot be selected",
    label = "expected at most 16 expressions",
    note = "select a table by `Table.all()`, a value by `value(…)`, a struct by `#[derive(Selectable)]`"
)]
pub trait Selection<S, I, D>: SelectionKind {}

/// The kind of a selection, which is the same in every scope.
#[diagnostic::on_unimplemented(
    message = "this cannot be selected",
    label = "expected at most 16 expressions",
    note = "select a table by `Table.all()`, a value by `value(…)`, a struct by `#[derive(Selectable)]`"
)]
pub trait SelectionKind: Fragment {
    /// The kind: constant, per row, or aggregate.
    type Kind: Kind;
}

/// A selection of kind `K` that is valid in the scope `S`.
///
/// There is an impl for each kind, so that the compiler looks at the scope only if the kind is known: what cannot be
/// selected at all is a single error, which does not list the impls of [`Selection`].
#[diagnostic::on_unimplemented(
    message = "this cannot be selected",
    label = "expected at most 16 expressions",
    note = "select a table by `Table.all()`, a value by `value(…)`, a struct by `#[derive(Selectable)]`"
)]
pub trait SelectedFrom<S, I, D, K>: Selection<S, I, D> {}

macro_rules! of_kind {
    ($($kind:ident)*) => {$(
        impl<E: Selection<S, I, D>, S, I, D> SelectedFrom<S, I, D, $kind> for E {}
    )*};
}

of_kind!(Constant PerRow Windowed Aggregate Mixed Uncomputable);

/// The decoder of a selection. If a type cannot be selected, its decoder is unknown, and so is what it selects: later calls
/// then produce no further errors.
pub trait KnownDecoder {
    /// The selected columns, `E`.
    type Selected<E>;
    /// Returns it.
    fn selected<E>(columns: E) -> Self::Selected<E>;
}

impl<D: Decoder> KnownDecoder for D {
    type Selected<E> = E;

    #[inline]
    fn selected<E>(columns: E) -> E {
        columns
    }
}

/// Decodes the expression `E`, whose nullability is `N`.
#[derive(Debug)]
pub struct Decoded<E, N>(PhantomData<fn() -> (E, N)>);

impl<E, N> Decoder for Decoded<E, N>
where
    E: Expression,
    N: Nullability,
    N::Of<E::Base>: ColumnType + Send,
{
    type Row = N::Of<E::Base>;
    type Shape = Self;
    const EXPECTED: Expected = Expected::OfColumn(
        &<E::Base as SqlType>::DATA_TYPE,
        if N::NULLABLE {
            Null::AsNone
        } else if E::COLUMN.is_some() {
            Null::Never
        } else {
            Null::Asserted
        },
    );

    #[inline]
    fn describe(columns: &mut ColumnList<'_>) {
        columns.expression(&<E::Base as SqlType>::DATA_TYPE, E::COLUMN);
    }

    #[inline]
    fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError> {
        row.read()
    }
}

#[diagnostic::do_not_recommend]
impl<E, F, N, M, O> Unites<Decoded<F, M>, O, Decoded<E, O::Null<N, M>>> for Decoded<E, N>
where
    E: Expression,
    F: Expression<Base = E::Base>,
    N: Nullability,
    M: Nullability,
    O: SetOperator,
{
}

macro_rules! tuple {
    ($($name:ident $index:tt $place:ident $decoder:ident),+) => {
        #[diagnostic::do_not_recommend]
        impl<$($name: SelectionKind),+> SelectionKind for ($($name,)+) {
            type Kind = kind_of!($($name)+);
        }

        // Never applies: with a single impl, the compiler would report a part of the tuple a second time.
        #[diagnostic::do_not_recommend]
        #[allow(unused_lifetimes, reason = "without it, the compiler refuses a bound that cannot hold")]
        impl<$($name: Fragment),+> SelectionKind for ($($name,)+)
        where
            for<'never> Impossible: Never<0>,
        {
            type Kind = Constant;
        }

        impl<S, $($name: Selection<S, $place, $decoder>, $place, $decoder),+>
            Selection<S, ($($place,)+), ($($decoder,)+)> for ($($name,)+)
        {
        }
    };
}

for_each_tuple!(tuple);

/// All columns of a table: `Patient.all()`.
pub struct AllColumns<S>(pub(crate) PhantomData<fn() -> S>);

impl<S> Clone for AllColumns<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S> Copy for AllColumns<S> {}

impl<S> fmt::Debug for AllColumns<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AllColumns")
    }
}

fragment!(impl[S: Source] AllColumns<S> { [marked_columns::<S>()] });

#[diagnostic::do_not_recommend]
impl<S: Source> SelectionKind for AllColumns<S> {
    type Kind = PerRow;
}

/// Implements `Selection` for each kind of scope separately, as for columns: groups have their own impl.
macro_rules! all_columns_in {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        all_columns_in!([$($name),+] ($($name,)+));
    };
    ([$($generics:ident),*] $scope:ty) => {
        impl<Table: Source, Place, $($generics),*>
            Selection<$scope, Place, DecodeTable<Table, <$scope as HasColumn<Table, WholeRow, Place>>::Null>>
            for AllColumns<Table>
        where
            $scope: HasColumn<Table, WholeRow, Place>,
        {
        }
    };
}

for_each_scope!(all_columns_in);
all_columns_in!([R, E] Nested<R, E>);
all_columns_in!([Row] Inserted<Row>);
all_columns_in!([Row] Updated<Row>);
all_columns_in!([Row] Deleted<Row>);

// In a group, the primary key determines all columns of a row.
impl<S, G, T, I, K> Selection<Grouped<S, G>, (I, K), DecodeTable<T, S::Null>> for AllColumns<T>
where
    S: HasColumn<T, WholeRow, I>,
    G: GroupItems<Keys: HasGroupKey<T, K>>,
    T: Source,
{
}

/// An expression that can fill a field of type `T` in a user's struct. The decoder `F` reads the field.
#[diagnostic::on_unimplemented(
    message = "this does not fit a field of type `{T}`",
    label = "the field has type `{T}`"
)]
pub trait SelectField<S, I, T, F>: SelectionKind {}

impl<E, S, I, D, T> SelectField<S, (I, D), T, <D::Row as FieldOf<T, E>>::Decoder<D>> for E
where
    E: Selection<S, I, D>,
    D: Decoder<Row: FieldOf<T, E>>,
{
}

/// A type that fits a field of type `T`: the same type. Messages name the expression `For`.
#[diagnostic::on_unimplemented(
    message = "`{For}` has type `{Self}` here, and does not fit a field of type `{T}`",
    label = "the field is of type `{T}`",
    note = "change the type of the field, or the expression; for a struct of an outer join, write `Table.if_found(…)`"
)]
pub trait FieldOf<T, For = T> {
    /// The decoder of the field, if `D` decodes the expression: the same one.
    type Decoder<D: Decoder<Row = Self>>: Decoder<Row = T>;
}

#[diagnostic::do_not_recommend]
impl<T, For> FieldOf<T, For> for T {
    type Decoder<D: Decoder<Row = T>> = D;
}
