//! Methods that exist only to report a missing or repeated step of a statement.
//!
//! Without them, the error would be that a method does not exist, and the compiler might suggest one of `Iterator`.
#![allow(
    clippy::needless_pass_by_value,
    clippy::unused_self,
    reason = "no program can call these methods"
)]

mod select;

use std::future::{Ready, ready};
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::clause::{Body, GroupBy, WithQuery};
use super::insert::{Conflict, ConflictUpdate, Insert, InsertFrom, InsertMany, OnConflict};
use super::prepared::Prepared;
use super::select::{BoxedSelect, Columns, FullRows, UnboxedSelect};
use super::update::AllRows;
use super::{Delete, Returning, ReturningAll, Update, UpdateTable};
use crate::error::{Error, Result};
use crate::scope::{Grouped, Nested, NoNames, NoOuter};
use crate::table::{Impossible, Table};

/// Declares a trait that no statement implements, for its message.
macro_rules! missing_step {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident $message:literal, $label:literal;
    )*) => {$(
        $(#[doc = $doc])*
        #[diagnostic::on_unimplemented(message = $message, label = $label)]
        pub trait $name {}

        // With several impls, the compiler explains none of them.
        #[diagnostic::do_not_recommend]
        impl $name for Impossible {}
        #[diagnostic::do_not_recommend]
        impl $name for () {}
    )*};
}

missing_step! {
    /// An `on conflict` with an action.
    Decided
        "this `on conflict` has no action; `.do_nothing()` keeps the existing row, `.do_update().set(…)` changes it",
        "neither `do_nothing` nor `do_update` before this";
    /// An update that sets a column.
    SetsColumns
        "this update sets nothing; call `.set(Table.column, value)` first",
        "no `set` before this";
    /// A statement that returns rows.
    ReturnsRows
        "this statement returns no rows; call `returning(…)` or `returning_all()` first, or `execute`",
        "nothing to fetch";
    /// A statement that changes rows, in a call of `execute`.
    ChangesRows
        "a `select` returns rows; call `fetch_one` or `fetch_all`, or select `count()` for their number",
        "it returns rows";
    /// A statement with a `where`.
    HasWhere
        "an `insert` has no `filter`; use `update`, or filter after `.on_conflict(…).do_update().set(…)`",
        "no condition applies to new rows";
    /// A statement that specifies which rows it changes.
    NamesRows
        "this would change every row of the table; add `.filter(…)`, or `.all_rows()` if it should",
        "no `filter` before this";
    /// A grouped query with `columns`.
    SelectsColumns
        "a grouped query must select `columns`; call `.columns(…)` first, with grouped columns and aggregates",
        "the columns of a group are missing";
    /// A statement without `returning`.
    NothingReturned
        "this statement has its `returning` already; name all columns in one call, as a tuple",
        "a second `returning`";
    /// A query without `group_by`.
    NotGroupedYet
        "this query has its `group_by` already; name all columns in one call, as a tuple",
        "a second `group_by`";
    /// A query with `group_by`.
    IsGrouped
        "`having` is for groups, and this query has none; call `group_by(…)` before, or `filter(…)` for rows",
        "no `group_by` before this";
    /// A query whose columns are not chosen yet.
    NoColumnsYet
        "`group_by` comes before `columns`, which can read what is grouped; call `.group_by(…)` first",
        "`columns` before this";
    /// A query without `distinct`.
    NoDistinctYet
        "`group_by` comes before `distinct`; call `.group_by(…)` first, then `.distinct()` and `.columns(…)`",
        "`distinct` before this";
    /// An insert that gives values.
    SetsValues
        "this insert has no values; call `.set(Table.column, value)` first",
        "no `set` before this";
    /// A `merge` with a branch.
    HasBranch
        "this `merge` does nothing; add a branch: `.when_matched().then_update().set(…)`",
        "no branch before this";
    /// A branch of a `merge` with an action.
    HasAction
        "this branch has no action; call `then_update()`, `then_insert()`, `then_delete()` or `then_do_nothing()`",
        "no action before this";
    /// A prepared query with values.
    HasValues
        "a prepared query has no values yet; call `.bind(…)` first, each time that it is run",
        "no `bind` before this";
    /// A query with a lock.
    HasLock
        "`of`, `nowait` and `skip_locked` are about a lock; call `.for_update()` or another lock first",
        "no lock before this";
    /// A query without `group_by`, in a call of `boxed`.
    NotGroupedInBox
        "a grouped query cannot be boxed; box it before it is grouped, or fetch it as it is",
        "`group_by` before this";
    /// A query without `group_by`, in a call of `count`.
    NotGroupedInCount
        "`count` counts rows, not groups; write `.columns(count())` for the number of rows in each group",
        "`group_by` before this";
    /// A query of whole rows, in a call of `count`.
    SelectsRows
        "`count` counts rows of tables; write `.columns(count())`, or `.boxed().count()` for the rows of this query",
        "`columns` or `distinct` before this";
    /// A query without a lock, in a call of `count`.
    NotLocked
        "a query that locks rows cannot count them; call `count` on one without the lock",
        "a lock before this";
}

pub(super) fn never<R>() -> Ready<Result<R>> {
    ready(Err(Error::NotFound))
}

#[hide_bounds]
impl<Q, T, K> Conflict<Q, T, K> {
    #[doc(hidden)]
    pub fn execute<E>(self, _executor: E) -> Ready<Result<u64>>
    where
        (T,): Decided,
    {
        never()
    }
}

#[hide_bounds]
impl<Q, T, K> ConflictUpdate<Q, T, K> {
    #[doc(hidden)]
    pub fn execute<E>(self, _executor: E) -> Ready<Result<u64>>
    where
        (T,): SetsColumns,
    {
        never()
    }
}

#[hide_bounds]
impl<T: Table, F, S> UpdateTable<T, F, S> {
    #[doc(hidden)]
    pub fn filter<E>(self, _condition: E) -> Update<T, (), AllRows>
    where
        (T,): SetsColumns,
    {
        Update {
            sets: (),
            filter: AllRows,
            from: (),
            marker: PhantomData,
        }
    }

    #[doc(hidden)]
    pub fn execute<E>(self, _executor: E) -> Ready<Result<u64>>
    where
        (T,): SetsColumns,
    {
        never()
    }
}

macro_rules! of_all_rows {
    ([$($generics:ident)*] $type:ty) => {
        #[hide_bounds]
        impl<T, $($generics),*> $type {
            #[doc(hidden)]
            pub fn execute<__Executor>(self, _executor: __Executor) -> Ready<Result<u64>>
            where
                (T,): NamesRows,
            {
                never()
            }
        }
    };
}

of_all_rows!([A F S] Update<T, A, (), F, S>);
of_all_rows!([F S] Delete<T, (), F, S>);

#[hide_bounds]
impl<T, V, A, O> Insert<T, V, A, O> {
    #[doc(hidden)]
    pub fn filter<E>(self, _condition: E) -> Self
    where
        (T,): HasWhere,
    {
        self
    }
}

#[hide_bounds]
impl<T, V, R, A> InsertMany<T, V, R, A> {
    #[doc(hidden)]
    pub fn filter<E>(self, _condition: E) -> Self
    where
        (T,): HasWhere,
    {
        self
    }
}

macro_rules! of_selected_rows {
    ([$($generics:tt)*] $type:ty) => {
        #[hide_bounds]
        impl<$($generics)*> $type {
            #[doc(hidden)]
            pub fn execute<__Executor>(self, _executor: __Executor) -> Ready<Result<u64>>
            where
                S: ChangesRows,
            {
                never()
            }
        }
    };
}

of_selected_rows!([S, P, B, T] UnboxedSelect<S, P, B, T>);
of_selected_rows!([S, R] BoxedSelect<'_, S, R>);
of_selected_rows!([K, D, S, P, B, T] WithQuery<K, D, UnboxedSelect<S, P, B, T>>);

#[hide_bounds]
impl<Q, T, E, D> Returning<Q, T, E, D> {
    #[doc(hidden)]
    pub fn returning<X>(self, _expressions: X) -> Self
    where
        (T,): NothingReturned,
    {
        self
    }
}

#[hide_bounds]
impl<Q, T> ReturningAll<Q, T> {
    #[doc(hidden)]
    pub fn returning<X>(self, _expressions: X) -> Self
    where
        (T,): NothingReturned,
    {
        self
    }
}

/// The `fetch` methods of a statement whose rows cannot be fetched, for the reason that `$bound` states.
macro_rules! no_fetch {
    ([$($generics:ident)*] $type:ty where $($bound:tt)*) => {
        #[hide_bounds]
        impl<$($generics),*> $type {
            #[doc(hidden)]
            pub fn fetch_one<__Row, __Executor>(self, _executor: __Executor) -> Ready<Result<__Row>>
            where
                $($bound)*
            {
                never()
            }

            #[doc(hidden)]
            pub fn fetch_optional<__Row, __Executor>(
                self,
                _executor: __Executor,
            ) -> Ready<Result<Option<__Row>>>
            where
                $($bound)*
            {
                never()
            }

            #[doc(hidden)]
            pub fn fetch_all<__Row, __Executor>(
                self,
                _executor: __Executor,
            ) -> Ready<Result<Vec<__Row>>>
            where
                $($bound)*
            {
                never()
            }
        }
    };
}

// One call each: an error shows the macro's whole call.
no_fetch!([T V A O] Insert<T, V, A, O> where (T,): ReturnsRows);
no_fetch!([T C Q O] InsertFrom<T, C, Q, O> where (T,): ReturnsRows);
no_fetch!([T V R A] InsertMany<T, V, R, A> where (T,): ReturnsRows);
no_fetch!([T A W F S] Update<T, A, W, F, S> where (T,): ReturnsRows);
no_fetch!([T W F S] Delete<T, W, F, S> where (T,): ReturnsRows);
no_fetch!([Q T K A] OnConflict<Q, T, K, A> where (T,): ReturnsRows);
no_fetch!([S G R F W H T] UnboxedSelect<Grouped<S, G>, FullRows<R>, Body<F, W, GroupBy<G, H>>, T> where G: SelectsColumns);
no_fetch!([Q P] Prepared<Q, P> where (P,): HasValues);
// A nested query is never complete: one of the two bounds fails. If the scope is unknown after another error, the body
// determines the impl, so that the compiler does not report several methods.
no_fetch!([R E P F W T] UnboxedSelect<Nested<R, E>, P, Body<F, W>, T> where E: NoOuter + NoNames);
no_fetch!([R E G X D F W H T] UnboxedSelect<Grouped<Nested<R, E>, G>, Columns<X, D>, Body<F, W, GroupBy<G, H>>, T> where E: NoOuter + NoNames);
