//! Scopes of queries that are part of another statement.
//!
//! A subquery lists what it reads from the statement around it: the sources of an outer query
//! ([`Outer`], declared by `correlate`), and the names that a `with` clause must define ([`UsedName`]). The list is part of
//! its scope, so the subquery is checked by itself; where it is used, the statement around it must supply the list.

use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use super::{
    AddSource, Constant, FromOuter, GroupItems, Grouped, HasColumn, HasGroupKey, HasRoom, Here,
    Inner, Kind, Lacks, NoTable, PerRow, Scope, SubsetOf, There, WhereFound, WholeRow,
};
use crate::row::{ColumnList, RowReader};
use crate::sql::{Expected, Token};
use crate::table::Source;
use crate::types::Nullable;

/// The scope `R` of a query that is part of another statement and needs the list `E` from it.
#[derive(Debug)]
pub struct Nested<R, E>(PhantomData<(R, E)>);

/// An item of a list: the query reads columns of the source `T` of an outer query.
#[derive(Debug)]
pub struct Outer<T>(PhantomData<T>);

/// An item of a list: the query reads from the name of the relation `T`, which a `with` clause defines.
#[derive(Debug)]
pub struct UsedName<T>(PhantomData<T>);

impl<R: Scope, E: 'static> Scope for Nested<R, E> {
    type Row = R::Row;
    type Nulled = Nested<R::Nulled, E>;
    const COLUMNS: &'static [Token] = R::COLUMNS;
    const EXPECTED: Expected = R::EXPECTED;

    fn describe(columns: &mut ColumnList<'_>) {
        R::describe(columns);
    }

    #[inline]
    fn decode(row: &mut RowReader<'_>) -> Result<R::Row, BoxDynError> {
        R::decode(row)
    }
}

#[diagnostic::do_not_recommend]
impl<R: HasRoom, E> HasRoom for Nested<R, E> {}

impl<R: AddSource<Entry>, E: 'static, Entry> AddSource<Entry> for Nested<R, E> {
    type Scope = Nested<R::Scope, E>;
}

#[diagnostic::do_not_recommend]
impl<T, R: Lacks<T>, E> Lacks<T> for Nested<R, E> {}

#[diagnostic::do_not_recommend]
impl<T, C, I, R: HasColumn<T, C, I>, E> HasColumn<T, C, Inner<I>> for Nested<R, E> {
    type Null = R::Null;
}

#[diagnostic::do_not_recommend]
impl<T, I, R: WhereFound<T, I>, E> WhereFound<T, Inner<I>> for Nested<R, E> {
    type Scope = Nested<R::Scope, E>;
}

// Nullable, because an outer join of the outer query may find no row, and this scope cannot tell.
#[diagnostic::do_not_recommend]
impl<T, C, I, R, E: OuterOf<T, I>> HasColumn<T, C, FromOuter<I>> for Nested<R, E> {
    type Null = Nullable;
}

/// A list that contains the outer source `T`.
pub trait OuterOf<T, I> {}

#[diagnostic::do_not_recommend]
impl<T, Rest> OuterOf<T, Here> for (Outer<T>, Rest) {}
#[diagnostic::do_not_recommend]
impl<T, Item, Rest: OuterOf<T, I>, I> OuterOf<T, There<I>> for (Item, Rest) {}

/// A list that contains the name of the relation `T`.
pub trait NameOf<T, I> {}

#[diagnostic::do_not_recommend]
impl<T, Rest> NameOf<T, Here> for (UsedName<T>, Rest) {}
#[diagnostic::do_not_recommend]
impl<T, Item, Rest: NameOf<T, I>, I> NameOf<T, There<I>> for (Item, Rest) {}

/// A list of needs, such as `(Outer<Patient>, ())`.
pub trait NeedList {
    /// The kind of an expression that contains the subquery: constant, unless it reads from the statement around it.
    type Kind: Kind;
    /// The list, followed by the list `E`.
    type Append<E>;
    /// The list, followed by the list of another query.
    type Join<Other: NeedList>: NeedList;
}

impl NeedList for () {
    type Kind = Constant;
    type Append<E> = E;
    type Join<Other: NeedList> = Other;
}

impl<Item, Rest: NeedList> NeedList for (Item, Rest) {
    type Kind = PerRow;
    type Append<E> = (Item, Rest::Append<E>);
    type Join<Other: NeedList> = (Item, Rest::Join<Other>);
}

/// Adds the list `E` to the needs of a scope.
pub trait Require<E> {
    /// The scope that needs the list as well.
    type Scope;
}

impl<R, E, N: NeedList> Require<N> for Nested<R, E> {
    type Scope = Nested<R, N::Append<E>>;
}

impl<S, G, E> Require<E> for Grouped<S, G>
where
    S: Require<E>,
{
    type Scope = Grouped<S::Scope, G>;
}

/// A scope, and the list that it needs from the statement around it.
pub trait Needs {
    /// The list, such as `(Outer<Patient>, ())`.
    type List;
}

impl<R, E> Needs for Nested<R, E> {
    type List = E;
}

impl<S: Needs, G> Needs for Grouped<S, G> {
    type List = S::List;
}

/// A list of needs that a query over the scope `S` supplies. The compiler infers the places `I`.
#[diagnostic::on_unimplemented(
    message = "this subquery needs something that the query around it does not have",
    label = "not supplied by the outer query"
)]
pub trait SuppliedBy<S, I> {}

#[diagnostic::do_not_recommend]
impl<S> SuppliedBy<S, ()> for () {}

impl<S, T, Rest, I, J> SuppliedBy<S, (I, J)> for (Outer<T>, Rest)
where
    S: OuterScope<T, I>,
    Rest: SuppliedBy<S, J>,
{
}

impl<S, T, Rest, I, J> SuppliedBy<S, (I, J)> for (UsedName<T>, Rest)
where
    S: DefinedIn<T, I>,
    Rest: SuppliedBy<S, J>,
{
}

/// A scope in which a correlated subquery can read the source `T`.
#[diagnostic::on_unimplemented(
    message = "this subquery reads `{T}`, which is not part of the query around it",
    label = "correlated with `{T}`",
    note = "join `{T}` before this call; in a grouped query, group by the primary key of `{T}`"
)]
pub trait OuterScope<T, I> {}

#[diagnostic::do_not_recommend]
impl<R, E, T, I> OuterScope<T, I> for Nested<R, E> where Self: HasColumn<T, WholeRow, I> {}

#[diagnostic::do_not_recommend]
impl<S, G, T, I, K> OuterScope<T, (I, K)> for Grouped<S, G>
where
    S: HasColumn<T, WholeRow, I>,
    G: GroupItems<Keys: HasGroupKey<T, K>>,
{
}

/// A scope, or the definitions of a `with` clause, that defines or requires the name of the relation `T`.
#[diagnostic::on_unimplemented(
    message = "nothing here defines the subquery `{T}`",
    label = "reads from `{T}`",
    note = "define it by `with(query)`; if only a subquery reads it, declare it by `.uses({T})`"
)]
pub trait DefinedIn<T, I> {}

#[diagnostic::do_not_recommend]
impl<T, I, R, E: NameOf<T, I>> DefinedIn<T, I> for Nested<R, E> {}
#[diagnostic::do_not_recommend]
impl<T, I, S: DefinedIn<T, I>, G> DefinedIn<T, I> for Grouped<S, G> {}

/// The scope of a complete statement: it needs nothing around it.
#[diagnostic::on_unimplemented(
    message = "this statement reads a name that nothing defines; run it as `with(definition).query(…)`",
    label = "not a complete statement"
)]
pub trait Closed {}

#[diagnostic::do_not_recommend]
impl<R, E: NoOuter + NoNames> Closed for Nested<R, E> {}
impl<S: Closed, G> Closed for Grouped<S, G> {}
impl Closed for NoTable {}
// A source without a tuple: see the impl of `InScope` for columns.
impl<S: Source> Closed for S {}

/// A list without outer sources.
#[diagnostic::on_unimplemented(
    message = "this query reads columns of an outer query; use it there, in `exists`, `is_in`, `scalar` or a lateral join",
    label = "a correlated subquery cannot run by itself"
)]
pub trait NoOuter {}

#[diagnostic::do_not_recommend]
impl NoOuter for () {}
#[diagnostic::do_not_recommend]
impl<T, Rest: NoOuter> NoOuter for (UsedName<T>, Rest) {}

/// A list without names of a `with` clause.
#[diagnostic::on_unimplemented(
    message = "this query reads from a subquery's name that nothing defines; run it as `with(definition).query(…)`",
    label = "not a complete statement"
)]
pub trait NoNames {}

#[diagnostic::do_not_recommend]
impl NoNames for () {}
#[diagnostic::do_not_recommend]
impl<T, Rest: NoNames> NoNames for (Outer<T>, Rest) {}

// What a subquery needs is not part of its sources, so the query must supply it as well.
impl<Q, I, J, R: SubsetOf<Q, I>, E: SuppliedBy<Q, J>> SubsetOf<Q, (I, J)> for Nested<R, E> {
    type Null = R::Null;
}
