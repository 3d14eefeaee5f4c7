//! Places: the positions of columns in a scope. The compiler infers each place.

use std::marker::PhantomData;

use super::RowLevel;
use crate::types::Nullability;

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
pub trait SubsetOf<Q, I> {}

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
impl RowLevel for Here {}
#[diagnostic::do_not_recommend]
impl<I> RowLevel for There<I> {}
