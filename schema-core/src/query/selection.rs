//! What a query selects: expressions, tuples of them, all columns of a table, a struct of the user's.

use std::fmt;
use std::marker::PhantomData;

use super::DecodeTable;
use crate::exec::{ColumnList, Decoder};
use crate::expr::{Expression, HasColumn, Kind, PerRow, Returned, WholeRow, kind_of};
use crate::sql::{Fragment, Token, fragment};
use crate::table::{Source, Table};
use crate::types::SqlType;

/// What `columns` and `returning` take: an expression, a tuple, `Patient.all()`, or the struct that
/// `#[derive(Selectable)]` makes. `I` says where in the scope `S` its tables are, `D` what reads it from a row
/// ([`Decoder`]); the compiler finds both.
///
/// `D` is a parameter: of an associated type the compiler would ask a second time, with a second error.
#[diagnostic::on_unimplemented(
    message = "this cannot be selected",
    label = "neither an expression, nor a tuple or struct of them",
    note = "a value is selected as a parameter, `sql!(String, \"{{}}\", value)`; a struct by `#[derive(Selectable)]`"
)]
pub trait Selection<S, I, D>: SelectionKind {}

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
pub trait SelectedFrom<S, I, D>: Selection<S, I, D> {}

impl<E: Selection<S, I, D>, S: super::select::Selects<E::Kind>, I, D> SelectedFrom<S, I, D> for E {}

/// What a statement that changes rows of table `T` can return: no aggregates.
#[diagnostic::on_unimplemented(
    message = "this cannot be selected",
    label = "neither an expression, nor a tuple or struct of them",
    note = "a value is selected as a parameter, `sql!(String, \"{{}}\", value)`; a struct by `#[derive(Selectable)]`"
)]
pub trait ReturnedFrom<T, I, D>: Selection<(T,), I, D> {}

impl<E: Selection<(T,), I, D> + SelectionKind<Kind: Returned>, T, I, D> ReturnedFrom<T, I, D>
    for E
{
}

/// Appends what an expression is read from.
pub(crate) fn describe_expression<E: Expression>(columns: &mut ColumnList<'_>) {
    columns.expression(&<E::Base as SqlType>::DATA_TYPE, E::COLUMN);
}

macro_rules! tuples {
    ($([$($name:ident $place:ident $decoder:ident)*])*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($name: SelectionKind),*> SelectionKind for ($($name,)*) {
            type Kind = kind_of!($($name)*);
        }

        impl<S, $($name: Selection<S, $place, $decoder>, $place, $decoder),*>
            Selection<S, ($($place,)*), ($($decoder,)*)> for ($($name,)*)
        {
        }
    )*};
}

tuples! {
    [A A1 A2]
    [A A1 A2 B B1 B2]
    [A A1 A2 B B1 B2 C C1 C2]
    [A A1 A2 B B1 B2 C C1 C2 D D1 D2]
    [A A1 A2 B B1 B2 C C1 C2 D D1 D2 E E1 E2]
    [A A1 A2 B B1 B2 C C1 C2 D D1 D2 E E1 E2 F F1 F2]
    [A A1 A2 B B1 B2 C C1 C2 D D1 D2 E E1 E2 F F1 F2 G G1 G2]
    [A A1 A2 B B1 B2 C C1 C2 D D1 D2 E E1 E2 F F1 F2 G G1 G2 H H1 H2]
    [A A1 A2 B B1 B2 C C1 C2 D D1 D2 E E1 E2 F F1 F2 G G1 G2 H H1 H2 J J1 J2]
    [A A1 A2 B B1 B2 C C1 C2 D D1 D2 E E1 E2 F F1 F2 G G1 G2 H H1 H2 J J1 J2 K K1 K2]
    [A A1 A2 B B1 B2 C C1 C2 D D1 D2 E E1 E2 F F1 F2 G G1 G2 H H1 H2 J J1 J2 K K1 K2 L L1 L2]
    [A A1 A2 B B1 B2 C C1 C2 D D1 D2 E E1 E2 F F1 F2 G G1 G2 H H1 H2 J J1 J2 K K1 K2 L L1 L2 M M1 M2]
    [A A1 A2 B B1 B2 C C1 C2 D D1 D2 E E1 E2 F F1 F2 G G1 G2 H H1 H2 J J1 J2 K K1 K2 L L1 L2 M M1 M2 N N1 N2]
    [A A1 A2 B B1 B2 C C1 C2 D D1 D2 E E1 E2 F F1 F2 G G1 G2 H H1 H2 J J1 J2 K K1 K2 L L1 L2 M M1 M2 N N1 N2 O O1 O2]
    [A A1 A2 B B1 B2 C C1 C2 D D1 D2 E E1 E2 F F1 F2 G G1 G2 H H1 H2 J J1 J2 K K1 K2 L L1 L2 M M1 M2 N N1 N2 O O1 O2 P P1 P2]
    [A A1 A2 B B1 B2 C C1 C2 D D1 D2 E E1 E2 F F1 F2 G G1 G2 H H1 H2 J J1 J2 K K1 K2 L L1 L2 M M1 M2 N N1 N2 O O1 O2 P P1 P2 Q Q1 Q2]
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

impl<Q: HasColumn<S, WholeRow, I>, S: Source, I> Selection<Q, I, DecodeTable<S, Q::Null>>
    for AllColumns<S>
{
}

/// An expression for a field of type `T` of a user's struct, which `F` reads.
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

/// A type that fits a field of type `T`: the same type. Messages call the expression that has it `For`.
#[diagnostic::on_unimplemented(
    message = "`{For}` is a `{Self}` here, and does not fit a field of type `{T}`",
    label = "the field is of type `{T}`"
)]
pub trait FieldOf<T, For = T> {
    /// What reads the field, where `D` reads the expression: the same.
    type Decoder<D: Decoder<Row = Self>>: Decoder<Row = T>;
}

#[diagnostic::do_not_recommend]
impl<T, For> FieldOf<T, For> for T {
    type Decoder<D: Decoder<Row = T>> = D;
}
