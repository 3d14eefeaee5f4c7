//! Places: the positions of columns in a scope. The compiler infers each place.

use std::marker::PhantomData;

use super::{GroupLevel, RowLevel};
use crate::table::Source;
use crate::types::{NeverNull, Nullability};

/// A scope that contains column `C` of source `T`, or all its columns if `C` is [`WholeRow`]. The compiler infers the
/// place `I`.
#[diagnostic::on_unimplemented(
    message = "table `{T}` is not part of this query",
    label = "reads `{T}`, which is not joined here",
    note = "join it before this call, or name it in a subquery's `.correlate(…)`; only a select reads several tables"
)]
pub trait HasColumn<T, C, I> {
    /// [`Nullable`](crate::types::Nullable) if the source may have no row.
    type Null: Nullability;
}

/// A scope with the source `T`, whose place is `I`. If an outer join finds no row of `T`, [`Self::Scope`] does not apply.
#[diagnostic::on_unimplemented(
    message = "table `{T}` is not part of this query",
    label = "reads `{T}`, which is not joined here",
    note = "join it before this call, for example by `left_join`"
)]
pub trait WhereFound<T, I> {
    /// The same scope for the rows with a `T`, whose columns are then as nullable as in the table.
    type Scope;
}

/// A scope all of whose sources are part of the scope `Q`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a tuple of tables",
    label = "what is boxed reads `{Self}`",
    note = "name a single table as a tuple as well: `(Table,)`, with a comma"
)]
pub trait SubsetOf<Q, I> {
    /// [`Nullable`](crate::types::Nullable) if `Q` reads one of the sources by an outer join, and this scope does not.
    type Null: Nullability;
}

/// A source that is part of the scope `Q`, or an `Option` of one.
#[diagnostic::on_unimplemented(
    message = "table `{Self}` is not part of this query",
    label = "reads `{Self}`, which is not joined here",
    note = "join it before this call, or name it in a subquery's `.correlate(…)`; only a select reads several tables"
)]
pub trait EntryOf<Q, I> {
    /// [`Nullable`](crate::types::Nullable) if `Q` reads the source by an outer join, and this is not an `Option`.
    type Null: Nullability;
}

#[diagnostic::do_not_recommend]
impl<T: Source, Q: HasColumn<T, WholeRow, I>, I> EntryOf<Q, I> for T {
    type Null = Q::Null;
}

#[diagnostic::do_not_recommend]
impl<T: Source, Q: HasColumn<T, WholeRow, I>, I> EntryOf<Q, I> for Option<T> {
    type Null = NeverNull;
}

/// All columns of a source, in place of a single column.
#[derive(Debug)]
pub enum WholeRow {}

/// The entry at an index of a tuple.
#[derive(Debug)]
pub enum At<const INDEX: usize> {}

/// The entry at an index of a tuple, if it may have no row.
#[derive(Debug)]
pub enum NullableAt<const INDEX: usize> {}

/// Place `I` of the query itself, in a subquery.
#[derive(Debug)]
pub struct Inner<I>(PhantomData<I>);

/// Place `I` of what a subquery reads from the outer query.
#[derive(Debug)]
pub struct FromOuter<I>(PhantomData<I>);

/// The row that a foreign key references, whose place is `I`.
#[derive(Debug)]
pub struct Through<I>(PhantomData<I>);

/// The first item of a list.
#[derive(Debug)]
pub enum Here {}

/// Place `I` of a list without its first item.
#[derive(Debug)]
pub struct There<I>(PhantomData<I>);

/// The place of an aggregate whose argument is at `I`.
#[derive(Debug)]
pub struct InAggregate<I>(PhantomData<I>);

/// A column that is listed in `group_by`, at an index.
#[derive(Debug)]
pub enum InGroup<const INDEX: usize> {}

/// A column or expression that is listed in `rollup`, `cube` or `grouping_sets`, which are at an index of `group_by`; `I` is
/// its place in them.
#[derive(Debug)]
pub struct InSet<const INDEX: usize, I>(PhantomData<I>);

/// An expression that is listed in `group_by`, at place `I`.
#[derive(Debug)]
pub struct InGroupExpression<I>(PhantomData<I>);

/// A column whose table's primary key is grouped; the key is at place `I`.
#[derive(Debug)]
pub struct ByKey<I>(PhantomData<I>);

// A place is a small type, so the compiler decides quickly whether an expression is computed from a single row: an
// aggregate is at `InAggregate`, which does not implement `RowLevel`.
#[diagnostic::do_not_recommend]
impl<const INDEX: usize> RowLevel for At<INDEX> {}
#[diagnostic::do_not_recommend]
impl<const INDEX: usize> RowLevel for NullableAt<INDEX> {}
#[diagnostic::do_not_recommend]
impl<I: RowLevel> RowLevel for Inner<I> {}
#[diagnostic::do_not_recommend]
impl<I> RowLevel for FromOuter<I> {}
#[diagnostic::do_not_recommend]
impl<I: RowLevel> RowLevel for Through<I> {}
#[diagnostic::do_not_recommend]
impl RowLevel for Here {}
#[diagnostic::do_not_recommend]
impl<I> RowLevel for There<I> {}

// A window function is at `InWindow`, which does not implement `GroupLevel`.
#[diagnostic::do_not_recommend]
impl<const INDEX: usize> GroupLevel for At<INDEX> {}
#[diagnostic::do_not_recommend]
impl<const INDEX: usize> GroupLevel for NullableAt<INDEX> {}
#[diagnostic::do_not_recommend]
impl<I: GroupLevel> GroupLevel for Inner<I> {}
#[diagnostic::do_not_recommend]
impl<I> GroupLevel for FromOuter<I> {}
#[diagnostic::do_not_recommend]
impl<I: GroupLevel> GroupLevel for Through<I> {}
#[diagnostic::do_not_recommend]
impl GroupLevel for Here {}
#[diagnostic::do_not_recommend]
impl<I> GroupLevel for There<I> {}
#[diagnostic::do_not_recommend]
impl<I: RowLevel> GroupLevel for InAggregate<I> {}
#[diagnostic::do_not_recommend]
impl<const INDEX: usize> GroupLevel for InGroup<INDEX> {}
#[diagnostic::do_not_recommend]
impl<const INDEX: usize, I> GroupLevel for InSet<INDEX, I> {}
#[diagnostic::do_not_recommend]
impl<I> GroupLevel for InGroupExpression<I> {}
#[diagnostic::do_not_recommend]
impl<I> GroupLevel for ByKey<I> {}
