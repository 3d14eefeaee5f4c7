//! What a query selects: expressions, tuples of them, all columns of a table, a struct of the user's.

use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use crate::exec::{ColumnList, RowReader};
use crate::expr::{Entry, Expression, HasTable, InScope, Kind, PerRow, kind_of};
use crate::sql::{Fragment, Token, fragment};
use crate::table::{Source, Table};
use crate::types::{Nullability, SqlType};

/// What `columns` and `returning` take: an expression, a tuple, `Patient.all()`, or the struct that
/// `#[derive(Selectable)]` makes. `I` says where in the scope `S` its tables are; the compiler finds it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be selected by this query",
    label = "expected an expression, a tuple of them, or a struct with `#[derive(Selectable)]`"
)]
pub trait Selection<S, I>: Fragment {
    /// What comes of a row.
    type Row: Send;
    /// What it is computed from.
    type Kind: Kind;

    /// Appends what the row is read from.
    fn describe(columns: &mut ColumnList<'_>);

    /// Reads a row.
    ///
    /// # Errors
    /// Where a value does not fit.
    fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError>;
}

impl<E, S, I> Selection<S, I> for E
where
    E: InScope<S, I>,
    E::Base: Send,
    <E::Null as Nullability>::Of<E::Base>: Send,
{
    type Row = <E::Null as Nullability>::Of<E::Base>;
    type Kind = <E as Expression>::Kind;

    #[inline]
    fn describe(columns: &mut ColumnList<'_>) {
        columns.expression(&<E::Base as SqlType>::DATA_TYPE, E::COLUMN);
    }

    #[inline]
    fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError> {
        row.read()
    }
}

macro_rules! tuples {
    ($([$($name:ident $place:ident)*])*) => {$(
        #[diagnostic::do_not_recommend]
        impl<S, $($name: Selection<S, $place>, $place),*> Selection<S, ($($place,)*)> for ($($name,)*) {
            type Row = ($($name::Row,)*);
            type Kind = kind_of!($($name)*);

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

impl<Q, S, I> Selection<Q, I> for AllColumns<S>
where
    S: Source,
    Q: HasTable<S, I>,
    Q::Null: RowOf<S>,
{
    type Row = <Q::Null as RowOf<S>>::Row;
    type Kind = PerRow;

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

#[diagnostic::do_not_recommend]
impl<E, S, I, T> SelectField<S, I, T> for E
where
    E: Selection<S, I>,
    E::Row: FieldOf<T>,
{
    #[inline]
    fn decode_field(row: &mut RowReader<'_>) -> Result<T, BoxDynError> {
        E::decode(row).map(FieldOf::into_field)
    }
}

/// A type that fits a field of type `T`: the same type.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` does not fit a field of type `{T}`",
    label = "this is a `{Self}`, and the field is a `{T}`"
)]
pub trait FieldOf<T> {
    /// The same value.
    fn into_field(self) -> T;
}

impl<T> FieldOf<T> for T {
    #[inline]
    fn into_field(self) -> T {
        self
    }
}
