//! What a query selects: expressions, tuples of them, all columns of a table, a struct of the user's.

use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use crate::exec::{ColumnList, RowReader};
use crate::expr::{Entry, Expression, HasTable, Kind, PerRow, Returned, kind_of};
use crate::sql::{Fragment, Token, fragment};
use crate::table::{Source, Table};
use crate::types::SqlType;

/// What `columns` and `returning` take: an expression, a tuple, `Patient.all()`, or the struct that
/// `#[derive(Selectable)]` makes. `I` says where in the scope `S` its tables are; the compiler finds it.
#[diagnostic::on_unimplemented(
    message = "this cannot be selected",
    label = "neither an expression, nor a tuple or struct of them",
    note = "a value is selected as a parameter, `sql!(String, \"{{}}\", value)`; a struct by `#[derive(Selectable)]`"
)]
pub trait Selection<S, I>: SelectionKind {
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

/// What a selection is computed from, wherever it stands: so that asking for it cannot fail a second time where a
/// table is missing.
#[diagnostic::on_unimplemented(
    message = "this cannot be selected",
    label = "neither an expression, nor a tuple or struct of them",
    note = "a value is selected as a parameter, `sql!(String, \"{{}}\", value)`; a struct by `#[derive(Selectable)]`"
)]
pub trait SelectionKind: Fragment {
    /// What it is computed from.
    type Kind: Kind;
}

/// What a query over the scope `S` can select: aggregates beside columns only of groups.
#[diagnostic::on_unimplemented(
    message = "this cannot be selected",
    label = "neither an expression, nor a tuple or struct of them",
    note = "a value is selected as a parameter, `sql!(String, \"{{}}\", value)`; a struct by `#[derive(Selectable)]`"
)]
pub trait SelectedFrom<S, I>: Selection<S, I> {}

impl<E: Selection<S, I>, S: super::select::Selects<E::Kind>, I> SelectedFrom<S, I> for E {}

/// What a statement that changes rows of table `T` can return: no aggregates.
#[diagnostic::on_unimplemented(
    message = "this cannot be selected",
    label = "neither an expression, nor a tuple or struct of them",
    note = "a value is selected as a parameter, `sql!(String, \"{{}}\", value)`; a struct by `#[derive(Selectable)]`"
)]
pub trait ReturnedFrom<T, I>: Selection<(T,), I> {}

impl<E: Selection<(T,), I> + SelectionKind<Kind: Returned>, T, I> ReturnedFrom<T, I> for E {}

/// Appends what an expression is read from.
pub(crate) fn describe_expression<E: Expression>(columns: &mut ColumnList<'_>) {
    columns.expression(&<E::Base as SqlType>::DATA_TYPE, E::COLUMN);
}

macro_rules! tuples {
    ($([$($name:ident $place:ident)*])*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($name: SelectionKind),*> SelectionKind for ($($name,)*) {
            type Kind = kind_of!($($name)*);
        }

        impl<S, $($name: Selection<S, $place>, $place),*> Selection<S, ($($place,)*)> for ($($name,)*) {
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
    [A A1]
    [A A1 B B1]
    [A A1 B B1 C C1]
    [A A1 B B1 C C1 D D1]
    [A A1 B B1 C C1 D D1 E E1]
    [A A1 B B1 C C1 D D1 E E1 F F1]
    [A A1 B B1 C C1 D D1 E E1 F F1 G G1]
    [A A1 B B1 C C1 D D1 E E1 F F1 G G1 H H1]
    [A A1 B B1 C C1 D D1 E E1 F F1 G G1 H H1 J J1]
    [A A1 B B1 C C1 D D1 E E1 F F1 G G1 H H1 J J1 K K1]
    [A A1 B B1 C C1 D D1 E E1 F F1 G G1 H H1 J J1 K K1 L L1]
    [A A1 B B1 C C1 D D1 E E1 F F1 G G1 H H1 J J1 K K1 L L1 M M1]
    [A A1 B B1 C C1 D D1 E E1 F F1 G G1 H H1 J J1 K K1 L L1 M M1 N N1]
    [A A1 B B1 C C1 D D1 E E1 F F1 G G1 H H1 J J1 K K1 L L1 M M1 N N1 O O1]
    [A A1 B B1 C C1 D D1 E E1 F F1 G G1 H H1 J J1 K K1 L L1 M M1 N N1 O O1 P P1]
    [A A1 B B1 C C1 D D1 E E1 F F1 G G1 H H1 J J1 K K1 L L1 M M1 N N1 O O1 P P1 Q Q1]
}

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

/// All columns of a source: `"patients"."id", "patients"."name"`.
pub(crate) const fn all_columns<S: Source>() -> &'static [Token] {
    const {
        &[Token::Names(
            const { &[Token::Sub(S::REFERENCE), Token::Text(".")] },
            <S::Table as Table>::COLUMNS,
        )]
    }
}

fragment!(impl[S: Source] AllColumns<S> { [all_columns::<S>()] });

#[diagnostic::do_not_recommend]
impl<S: Source> SelectionKind for AllColumns<S> {
    type Kind = PerRow;
}

impl<Q, S, I> Selection<Q, I> for AllColumns<S>
where
    S: Source,
    Q: HasTable<S, I>,
    Q::Null: RowOf<S>,
{
    type Row = <Q::Null as RowOf<S>>::Row;

    fn describe(columns: &mut ColumnList<'_>) {
        columns.table(<S::Table as Table>::DEF);
    }

    fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError> {
        <Q::Null as RowOf<S>>::decode(row)
    }
}

/// A table's row, as it may have none or not.
pub trait RowOf<S> {
    /// `Patient` or `Option<Patient>`.
    type Row: Send;
    /// Reads a row.
    ///
    /// # Errors
    /// Where a value does not fit.
    fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError>;
}

impl<S: Source> RowOf<S> for crate::types::NotNull {
    type Row = S::Table;

    fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError> {
        <S as Entry>::decode(row)
    }
}

impl<S: Source> RowOf<S> for crate::types::Nullable {
    type Row = Option<S::Table>;

    fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError> {
        <Option<S> as Entry>::decode(row)
    }
}

/// An expression for a field of type `T` of a user's struct.
#[diagnostic::on_unimplemented(
    message = "this does not fit a field of type `{T}`",
    label = "the field has type `{T}`"
)]
pub trait SelectField<S, I, T>: Selection<S, I> {
    /// Reads the field.
    ///
    /// # Errors
    /// Where the value does not fit.
    fn decode_field(row: &mut RowReader<'_>) -> Result<T, BoxDynError>;
}

impl<E, S, I, T> SelectField<S, I, T> for E
where
    E: Selection<S, I>,
    E::Row: FieldOf<T, E>,
{
    #[inline]
    fn decode_field(row: &mut RowReader<'_>) -> Result<T, BoxDynError> {
        E::decode(row).map(FieldOf::into_field)
    }
}

/// A type that fits a field of type `T`: the same type. Messages call the expression that has it `For`.
#[diagnostic::on_unimplemented(
    message = "`{For}` is a `{Self}` here, and does not fit a field of type `{T}`",
    label = "the field is of type `{T}`"
)]
pub trait FieldOf<T, For = T> {
    /// The same value.
    fn into_field(self) -> T;
}

#[diagnostic::do_not_recommend]
impl<T, For> FieldOf<T, For> for T {
    #[inline]
    fn into_field(self) -> T {
        self
    }
}
