//! Scopes after `group_by`.

use std::marker::PhantomData;

use super::{AnyTable, ByKey, Here, InGroup, InSet, Nested, NoTable, OtherThan, There};
use crate::sql::{Fragment, fragment};
use crate::table::{Column, ColumnIndex, ColumnMarker, KeyRole, Source};
use crate::types::{NeverNull, Nullability, Nullable};

/// The scope `S` grouped by the expressions `G`: outside of aggregates, only `G`, and all columns of a table whose
/// primary key is in `G`, can be read.
#[derive(Debug)]
pub struct Grouped<S, G>(PhantomData<(S, G)>);

/// A scope that is not grouped.
pub trait Ungrouped {}

impl Ungrouped for NoTable {}
// A source without a tuple: see the impl of `InScope` for columns.
impl<S: Source> Ungrouped for S {}
impl<R, E> Ungrouped for Nested<R, E> {}

/// A query that is not grouped yet, so that it can be joined.
#[diagnostic::on_unimplemented(
    message = "a join comes before `group_by`",
    label = "the query is grouped already",
    note = "join first, then group the rows of all tables"
)]
pub trait NotGrouped {}

#[diagnostic::do_not_recommend]
impl<S: Ungrouped> NotGrouped for S {}

/// The scope in which the arguments of aggregates are read.
pub trait RowScope {
    /// The scope without its groups.
    type Rows;
}

impl<S, G> RowScope for Grouped<S, G> {
    type Rows = S;
}

impl<R, E> RowScope for Nested<R, E> {
    type Rows = Self;
}

impl RowScope for NoTable {
    type Rows = AnyTable;
}

/// The expressions of a `group_by`, among them column `C` of source `T`.
#[diagnostic::on_unimplemented(
    message = "column `{C}` of table `{T}` is neither grouped nor inside an aggregate",
    label = "a group has several values of this column",
    note = "add it, or its table's primary key, to `group_by(…)`; or use `min`, `max`, `count` … of it"
)]
pub trait GroupedColumn<T, C, I> {
    /// [`Nullable`] if the query has groupings without the column, in whose rows it is NULL.
    type Null: Nullability;
}

// A column of a table whose primary key is grouped is found by the key alone, so that the place is unambiguous.
#[diagnostic::do_not_recommend]
impl<G, T, C, const INDEX: usize> GroupedColumn<T, C, InGroup<INDEX>> for G
where
    G: GroupItems<Keys: LacksKey<T>> + ListsColumn<T, C, InGroup<INDEX>>,
{
    type Null = NeverNull;
}

#[diagnostic::do_not_recommend]
impl<G, T, C, I, const INDEX: usize> GroupedColumn<T, C, InSet<INDEX, I>> for G
where
    G: GroupItems<Keys: LacksKey<T>> + ListsColumn<T, C, InSet<INDEX, I>>,
{
    type Null = Nullable;
}

#[diagnostic::do_not_recommend]
impl<G: GroupItems<Keys: HasGroupKey<T, K>>, T, C, K> GroupedColumn<T, C, ByKey<K>> for G {
    type Null = NeverNull;
}

/// The expressions of a `group_by`, column `C` of source `T` at place `I` among them.
#[diagnostic::on_unimplemented(
    message = "column `{C}` of table `{T}` is not grouped",
    label = "expected a grouped column",
    note = "add it to `group_by(…)`"
)]
pub trait ListsColumn<T, C, I> {}

/// Several groupings, such as `rollup`, with column `C` of source `T` at place `I` among their expressions.
pub trait SetColumn<T, C, I> {}

/// Several groupings, such as `rollup`, with `E` at place `I` among their expressions.
pub trait SetExpression<E, I> {}

/// The expressions of a `group_by`, among them `E`.
#[diagnostic::on_unimplemented(
    message = "this expression is neither grouped nor inside an aggregate",
    label = "a group has several values of it",
    note = "add it to `group_by(…)`"
)]
pub trait GroupedExpression<E, I> {
    /// [`Nullable`] if the query has groupings without the expression, in whose rows it is NULL.
    type Null: Nullability;
}

/// An expression of a `group_by`.
pub trait GroupItem {
    /// The list of tables whose primary key is grouped: `Rest`, and the expression's table if this is its key.
    type Keys<Rest>;
}

impl<T: Source, C: ColumnMarker> GroupItem for Column<T, C> {
    type Keys<Rest> = <<C::Place as ColumnIndex>::Role as KeyRole>::Keys<T, Rest>;
}

/// An expression in `group by`, other than a column.
#[derive(Debug, Clone, Copy)]
pub struct GroupedBy<E>(pub(crate) E);

fragment!(impl[E: Fragment] GroupedBy<E> { (0: E) });

impl<E> GroupItem for GroupedBy<E> {
    type Keys<Rest> = Rest;
}

/// The expressions of a `group_by`, as a tuple.
pub trait GroupItems {
    /// The tables whose primary key is grouped, as a list: `(Patient, (MedicalOrder, ()))`.
    type Keys;
}

/// A list of tables that contains `T`.
#[diagnostic::on_unimplemented(
    message = "a whole row of `{T}` is selected, and its primary key is not grouped",
    label = "a group has several rows of `{T}`",
    note = "add the primary key of `{T}` to `group_by(…)`"
)]
pub trait HasGroupKey<T, I> {}

#[diagnostic::do_not_recommend]
impl<T, Rest> HasGroupKey<T, Here> for (T, Rest) {}
#[diagnostic::do_not_recommend]
impl<T, U, Rest: HasGroupKey<T, I>, I> HasGroupKey<T, There<I>> for (U, Rest) {}

/// A list of tables that does not contain `T`.
pub trait LacksKey<T> {}

#[diagnostic::do_not_recommend]
impl<T> LacksKey<T> for () {}
#[diagnostic::do_not_recommend]
impl<T, U: OtherThan<T>, Rest: LacksKey<T>> LacksKey<T> for (U, Rest) {}
