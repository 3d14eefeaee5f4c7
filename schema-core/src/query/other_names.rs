//! Methods that exist only to name the method that a user of another library means, and the one that comes first.
#![allow(
    clippy::needless_pass_by_value,
    clippy::unused_self,
    non_snake_case,
    reason = "no program can call these methods"
)]

use std::convert::Infallible;
use std::fmt;
use std::future::Ready;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::Update;
use super::clause::{Body, Cte, With};
use super::from::{From, TableRef};
use super::missing_step::never;
use super::select::{BoxedSelect, FullRows, UnboxedSelect};
use crate::error::Result;
use crate::table::{Impossible, Relation, Source};

/// A method that other libraries end a query with. The executor is no type parameter, so that a turbofish such as
/// `load::<User>` names the row.
macro_rules! end {
    ([$($generics:ident),*] $type:ty, $name:ident $bound:ident $rows:ty) => {
        #[hide_bounds]
        impl<$($generics),*> $type {
            #[doc(hidden)]
            pub fn $name<__Row>(self, _: impl Sized) -> Ready<Result<$rows>>
            where
                S: $bound,
            {
                never()
            }
        }
    };
}

/// Declares a trait that no scope implements, for its message. A method that other libraries end a query with returns a
/// future; another one returns the query, so that the calls after it produce no further errors.
macro_rules! other_names {
    ($($end:ident($($argument:ident)*) $bound:ident $message:literal;)*) => {$(
        #[doc = concat!("A scope whose queries have the method `", stringify!($end), "`.")]
        #[diagnostic::on_unimplemented(message = $message, label = "no such method")]
        pub trait $bound {}

        // With several impls, the compiler explains none of them.
        #[diagnostic::do_not_recommend]
        impl $bound for Impossible {}
        #[diagnostic::do_not_recommend]
        impl $bound for () {}

        other_names!(@ [S, P, B, T] UnboxedSelect<S, P, B, T>, $end($($argument)*) $bound);
        other_names!(@ [S, R] BoxedSelect<'_, S, R>, $end($($argument)*) $bound);
    )*};
    (@ [$($generics:ident),*] $type:ty, $name:ident(executor) $bound:ident) => {
        end!([$($generics),*] $type, $name $bound __Row);
    };
    (@ [$($generics:ident),*] $type:ty, $name:ident(executor all) $bound:ident) => {
        end!([$($generics),*] $type, $name $bound Vec<__Row>);
    };
    (@ [$($generics:ident),*] $type:ty, $name:ident($($argument:ident)*) $bound:ident) => {
        #[hide_bounds]
        #[allow(non_camel_case_types, reason = "a type parameter for each argument")]
        impl<$($generics),*> $type {
            #[doc(hidden)]
            pub fn $name<$($argument),*>(self, $(_: $argument),*) -> Self
            where
                S: $bound,
            {
                self
            }
        }
    };
}

other_names! {
    load(executor all) LoadsRows "there is no `load`; call `fetch_all`";
    get_results(executor all) GetsResults "there is no `get_results`; call `fetch_all`";
    get_result(executor) GetsResult "there is no `get_result`; call `fetch_one`";
    first(executor) HasFirst "there is no `first`; call `fetch_optional`, after `order_by(…)` and `limit(1)`";
    one(executor) HasOne "there is no `one`; call `fetch_optional`";
    all(executor all) HasAll "there is no `all`; call `fetch_all`";
    order(ordering) HasOrderMethod "there is no `order`; call `order_by`";
    then_order_by(ordering) HasThenOrderBy "there is no `then_order_by`; call `order_by` again";
    order_by_asc(ordering) OrdersAscending "there is no `order_by_asc`; write `order_by(column.asc())`";
    order_by_desc(ordering) OrdersDescending "there is no `order_by_desc`; write `order_by(column.desc())`";
    select(columns) SelectsTwice "the query has its `select` already; call `columns` to choose columns";
    from(table) HasFrom "the query reads from its table already; join others by `inner_join` or `left_join`";
    r#where(condition) HasWhereMethod "there is no `where`; call `filter`";
    and_where(condition) HasAndWhere "there is no `and_where`; call `filter` again";
    or_filter(condition) HasOrFilter "there is no `or_filter`; join conditions by `or`, in one `filter`";
    take(rows) HasTake "there is no `take`; call `limit`";
    skip(rows) HasSkip "there is no `skip`; call `offset`";
    paginate(pool page_size) HasPaginate
        "there is no `paginate`; call `limit` and `offset`, and `with_total` or `count` for the number of all rows";
    find_also_related(related) FindsAlsoRelated
        "there is no `find_also_related`; call `left_join_on` with the foreign key";
    find_with_related(related) FindsWithRelated
        "there is no `find_with_related`; call `left_join`, or select the other rows by `is_in`";
    into_boxed() IntoBoxed "there is no `into_boxed`; call `boxed`";
    orderBy(ordering) OrderByInSnakeCase "there is no `orderBy`; call `order_by`";
    groupBy(columns) GroupByInSnakeCase "there is no `groupBy`; call `group_by`";
    innerJoin(source on) InnerJoinInSnakeCase "there is no `innerJoin`; call `inner_join`";
    leftJoin(source on) LeftJoinInSnakeCase "there is no `leftJoin`; call `left_join`";
    bind(value) HasBind "values are part of the query; there is nothing to `bind`";
}

/// A table on which the clauses of a query can be called.
#[diagnostic::on_unimplemented(
    message = "`{T}` is a table, not a query; call `select()` first",
    label = "no `select()` before this"
)]
pub trait Selected<T> {}

#[diagnostic::do_not_recommend]
impl<T> Selected<T> for Impossible {}
#[diagnostic::do_not_recommend]
impl<T> Selected<T> for Infallible {}

/// A table on which the clauses of an update can be called.
#[diagnostic::on_unimplemented(
    message = "`{T}` is a table, not a statement; call `update()` or `insert(…)` first",
    label = "no `update()` before this"
)]
pub trait UpdatedTable<T> {}

#[diagnostic::do_not_recommend]
impl<T> UpdatedTable<T> for Impossible {}
#[diagnostic::do_not_recommend]
impl<T> UpdatedTable<T> for Infallible {}

/// A table's constant dereferences to this: the clauses of a query that is not there yet.
///
/// These are not methods of a trait: the compiler would then mention the trait wherever a type has no such method.
pub struct TableSteps<S>(PhantomData<fn() -> S>);

impl<S> fmt::Debug for TableSteps<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TableSteps")
    }
}

impl<S: 'static> TableSteps<S> {
    /// The only value.
    pub const REF: &'static Self = &Self(PhantomData);
}

macro_rules! of_table {
    (
        query: $($clause:ident($($argument:ident)*))+;
        update: $($set:ident($($value:ident)*))+;
    ) => {
        #[hide_bounds]
        #[allow(non_camel_case_types, reason = "a type parameter for each argument")]
        impl<S: Source> TableSteps<S> {
            $(
                #[doc(hidden)]
                pub fn $clause<$($argument),*>(&self, $(_: $argument),*) -> Selecting<S>
                where
                    (S,): Selected<S>,
                {
                    UnboxedSelect::TABLE
                }
            )+
            $(
                #[doc(hidden)]
                pub fn $set<$($value),*>(&self, $(_: $value),*) -> Update<S, (), ()>
                where
                    (S,): UpdatedTable<S>,
                {
                    Update {
                        sets: (),
                        filter: (),
                        from: (),
                        marker: PhantomData,
                    }
                }
            )+
        }
    };
}

type Selecting<S> = UnboxedSelect<(S,), FullRows<(S,)>, Body<From<TableRef<S>>>>;

of_table! {
    query: filter(condition) order_by(ordering) limit(rows) offset(rows) columns(columns) group_by(columns) distinct()
        count() boxed() having(condition)
        inner_join(source on) left_join(source on) right_join(source on) full_join(source on) cross_join(source)
        inner_join_on(key) left_join_on(key) right_join_on(key) full_join_on(key);
    update: set(column value) set_if(column value);
}

/// The methods of a query that return something other than a query with one clause more.
macro_rules! made_of_table {
    ($($name:ident($($argument:ident)*))+) => {
        #[hide_bounds]
        #[allow(non_camel_case_types, reason = "a type parameter for each argument")]
        impl<S: Source> TableSteps<S> {$(
            #[doc(hidden)]
            pub fn $name<__Result: ::core::convert::From<Selecting<S>> $(, $argument)*>(
                &self,
                $(_: $argument),*
            ) -> __Result
            where
                (S,): Selected<S>,
            {
                UnboxedSelect::TABLE.into()
            }
        )+}
    };
}

made_of_table! {
    explain() keyset(keys) union(query) union_all(query) intersect(query) except(query) for_update() distinct_on(keys)
}

macro_rules! rows_of_table {
    ($($fetch:ident)+) => {
        #[hide_bounds]
        impl<S: Source> TableSteps<S> {$(
            #[doc(hidden)]
            pub fn $fetch<__Executor, __Result>(&self, _: __Executor) -> Ready<Result<__Result>>
            where
                (S,): Selected<S>,
            {
                never()
            }
        )+}
    };
}

rows_of_table!(fetch_one fetch_optional fetch_all execute);

/// The definitions of a `with` clause, on which the clauses of its statement can be called.
#[diagnostic::on_unimplemented(
    message = "the statement of this `with` is missing; call `.query({T}.select())` first",
    label = "no `query(…)` before this"
)]
pub trait Queried<T> {}

#[diagnostic::do_not_recommend]
impl<T> Queried<T> for Impossible {}
#[diagnostic::do_not_recommend]
impl<T> Queried<T> for Infallible {}

macro_rules! of_with {
    (
        query: $($clause:ident($($argument:ident)*))+;
        fetch: $($fetch:ident)+;
    ) => {
        #[hide_bounds]
        #[allow(non_camel_case_types, reason = "a type parameter for each argument")]
        impl<K, D, R: Source, Q, M> With<K, Cte<D, R, Q, M>> {
            $(
                #[doc(hidden)]
                pub fn $clause<$($argument),*>(self, $(_: $argument),*) -> Selecting<R>
                where
                    (R,): Queried<R>,
                {
                    UnboxedSelect::TABLE
                }
            )+
            $(
                #[doc(hidden)]
                pub fn $fetch<__Executor, __Result>(self, _: __Executor) -> Ready<Result<__Result>>
                where
                    (R,): Queried<R>,
                {
                    never()
                }
            )+
        }
    };
}

of_with! {
    query: select() filter(condition) columns(columns);
    fetch: fetch_one fetch_optional fetch_all execute;
}

/// A row type with the methods of its table.
#[diagnostic::on_unimplemented(
    message = "`{T}` is the type of a row here; write `{T}.select()`, with a dot: the table is the constant",
    label = "expected the constant before a dot, not a path"
)]
pub trait WrittenAsPath<T> {}

#[diagnostic::do_not_recommend]
impl<T> WrittenAsPath<T> for Impossible {}
#[diagnostic::do_not_recommend]
impl<T> WrittenAsPath<T> for Infallible {}

macro_rules! of_row {
    ($($name:ident($($argument:ident)*);)+) => {
        /// The functions that a user of another library calls on the type of a row: `Patient::select()`.
        #[hide_bounds]
        #[allow(non_camel_case_types, reason = "a type parameter for each argument")]
        pub trait RowSteps: Relation {$(
            #[doc(hidden)]
            fn $name<$($argument),*>($(_: $argument),*) -> Selecting<Self>
            where
                Self: Source,
                (Self,): WrittenAsPath<Self>,
            {
                UnboxedSelect::TABLE
            }
        )+}
    };
}

of_row! {
    select();
    filter(condition);
    insert(row);
    update();
    delete();
}

impl<R: Relation> RowSteps for R {}
