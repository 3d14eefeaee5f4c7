//! The columns of a result, by which a `union` is ordered.
//!
//! <https://www.postgresql.org/docs/current/queries-order.html>

use std::marker::PhantomData;

use crate::expr::operators::{Asc, Desc};
use crate::expr::{Direction, SingleColumn, Sorted};
use crate::query::clause::TailClause;
use crate::row::Decoder;
use crate::sql::{Fragment, Token, fragment};
use crate::table::{Column, ColumnIndex, ColumnMarker, Source};
use crate::tuples::for_each_tuple;

/// The column with this number in a result, from 1.
#[derive(Debug, Clone, Copy)]
pub struct OutputNumber<const NUMBER: usize>;

/// The column with this number of a `union`, for its `order_by`. The first column is 1, as in SQL.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, name: String }
/// # #[table(name = "doctors")]
/// # struct Doctor { #[column(primary_key)] id: i64, name: String }
/// let people = Patient
///     .select()
///     .columns((Patient.name, Patient.id))
///     .union(Doctor.select().columns((Doctor.name, Doctor.id)))
///     .order_by((output::<1>(), output::<2>().desc()));
/// assert_eq!(
///     people.to_sql(),
///     concat!(
///         r#"select "patients"."name", "patients"."id" from "patients" "#,
///         r#"union select "doctors"."name", "doctors"."id" from "doctors" order by 1, 2 desc"#,
///     )
/// );
/// ```
pub const fn output<const NUMBER: usize>() -> OutputNumber<NUMBER> {
    OutputNumber
}

impl<const NUMBER: usize> OutputNumber<NUMBER> {
    /// Sorts the smallest value first and NULLs last.
    pub fn asc(self) -> Sorted<Self, Asc> {
        Sorted::new(self)
    }

    /// Sorts NULLs first, then the largest value.
    pub fn desc(self) -> Sorted<Self, Desc> {
        Sorted::new(self)
    }
}

fragment!(impl[const NUMBER: usize] OutputNumber<NUMBER> { [&[Token::Number(NUMBER)]] });

/// The column of a result whose rows are a struct.
#[derive(Debug)]
pub struct OutputColumn<C>(PhantomData<fn() -> C>);

impl<C> Clone for OutputColumn<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for OutputColumn<C> {}

fragment!(impl[C: ColumnMarker] OutputColumn<C> { [&[Token::Number(C::Place::INDEX + 1)]] });

/// ` order by 2 desc`
#[derive(Debug, Clone, Copy)]
pub struct OutputOrdering<X>(pub(super) X);

fragment!(impl[X: Fragment] OutputOrdering<X> { " order by ", (0: X) });

impl<X: Fragment> TailClause for OutputOrdering<X> {}

/// A decoder whose column with this number is a single value.
#[diagnostic::on_unimplemented(
    message = "the queries have no column {NUMBER}, or a column that is not a single value precedes it",
    label = "no such column",
    note = "the first column is 1; if the rows are a struct, order by its columns: `Struct.field`"
)]
pub trait OutputAt<const NUMBER: usize> {}

/// A column of a result that `D` decodes, or a tuple of them, converted into the list `X`.
#[diagnostic::on_unimplemented(
    message = "a `union` is ordered by columns of its result",
    label = "not a column of the result",
    note = "order by `output::<2>()`, the second column; if the rows are a struct, by its columns: `Struct.field`"
)]
pub trait IntoOutputOrdering<D, X> {
    /// Converts the columns.
    fn into_output(self) -> X;
}

#[diagnostic::do_not_recommend]
impl<D: OutputAt<NUMBER>, const NUMBER: usize> IntoOutputOrdering<D, Self>
    for OutputNumber<NUMBER>
{
    fn into_output(self) -> Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<D: OutputAt<NUMBER>, const NUMBER: usize, O> IntoOutputOrdering<D, Self>
    for Sorted<OutputNumber<NUMBER>, O>
{
    fn into_output(self) -> Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<D, S, C> IntoOutputOrdering<D, OutputColumn<C>> for Column<S, C>
where
    D: Decoder<Row = S>,
    S: Source<Relation = S>,
    C: ColumnMarker<Table = S>,
{
    fn into_output(self) -> OutputColumn<C> {
        OutputColumn(PhantomData)
    }
}

#[diagnostic::do_not_recommend]
impl<D, S, C, O: Direction> IntoOutputOrdering<D, Sorted<OutputColumn<C>, O>>
    for Sorted<Column<S, C>, O>
where
    D: Decoder<Row = S>,
    S: Source<Relation = S>,
    C: ColumnMarker<Table = S>,
{
    fn into_output(self) -> Sorted<OutputColumn<C>, O> {
        Sorted::new(OutputColumn(PhantomData))
    }
}

macro_rules! tuple {
    ($($name:ident $index:tt $output:ident $other:ident),+) => {
        #[diagnostic::do_not_recommend]
        impl<Decoder, $($name: IntoOutputOrdering<Decoder, $output>, $output),+>
            IntoOutputOrdering<Decoder, ($($output,)+)> for ($($name,)+)
        {
            fn into_output(self) -> ($($output,)+) {
                ($(self.$index.into_output(),)+)
            }
        }
    };
}

for_each_tuple!(tuple);

/// A single value is column 1.
#[diagnostic::do_not_recommend]
impl<D: SingleColumn> OutputAt<1> for D {}

macro_rules! positions {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        positions!(@each [] [1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16] [$($name)+]);
    };
    (@each [$($before:ident)*] [$($number:literal)*] []) => {};
    (@each [$($before:ident)*] [$number:literal $($numbers:literal)*] [$here:ident $($after:ident)*]) => {
        #[diagnostic::do_not_recommend]
        impl<$($before: SingleColumn,)* $here: SingleColumn, $($after),*> OutputAt<$number>
            for ($($before,)* $here, $($after,)*)
        {
        }

        positions!(@each [$($before)* $here] [$($numbers)*] [$($after)*]);
    };
}

for_each_tuple!(positions);
