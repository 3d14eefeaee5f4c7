//! Methods that exist only to report a missing or repeated step of a statement.
//!
//! Without them, the error would be that a method does not exist, and the compiler might suggest one of `Iterator`.
#![allow(
    clippy::needless_pass_by_value,
    clippy::unused_self,
    reason = "no program can call these methods"
)]

use std::future::{Ready, ready};
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::clause::{Body, GroupBy, Having, WithQuery};
use super::insert::{Conflict, ConflictUpdate, Insert, InsertMany, OnConflict};
use super::select::{All, BoxedSelect, Columns, Distinct, UnboxedSelect};
use super::update::AllRows;
use super::{Delete, Returning, ReturningAll, Update, UpdateTable};
use crate::error::{Error, Result};
use crate::scope::{Grouped, Nested, NoNames, NoOuter, NotGrouped};
use crate::table::{Impossible, Table};

/// Declares a trait that no statement implements, for its message.
macro_rules! missing_step {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident $message:literal, $label:literal, $note:literal;
    )*) => {$(
        $(#[doc = $doc])*
        #[diagnostic::on_unimplemented(message = $message, label = $label, note = $note)]
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
        "this `on conflict` has no action; call `do_nothing` or `do_update` before `execute`",
        "neither `do_nothing` nor `do_update` before this",
        "`.do_nothing()` keeps the existing row, `.do_update().set(…)` changes it";
    /// An update that sets a column.
    SetsColumns
        "this update sets nothing; call `set` first",
        "no `set` before this",
        "add `.set(Table.column, value)`";
    /// A statement that returns rows.
    ReturnsRows
        "this statement returns no rows; call `returning` first, or `execute`",
        "nothing to fetch",
        "`.returning(…)` accepts columns, `.returning_all()` returns the whole row";
    /// A statement that changes rows, in a call of `execute`.
    ChangesRows
        "a `select` returns rows; call `fetch_one`, `fetch_optional` or `fetch_all`",
        "it returns rows",
        "for the number of rows, write `.columns(count()).fetch_one(…)`";
    /// A statement with a `where`.
    HasWhere
        "an `insert` has no `filter`; to change existing rows, use `update`",
        "no condition applies to new rows",
        "after `.on_conflict(…).do_update().set(…)`, a `filter` applies to the existing row";
    /// A statement that specifies which rows it changes.
    NamesRows
        "this would change every row of the table",
        "no `filter` before this",
        "add `.filter(…)`, or `.all_rows()` to change every row";
    /// A grouped query with `columns`.
    SelectsColumns
        "a grouped query must select `columns`",
        "the columns of a group are missing",
        "add `.columns(…)` before this: the grouped columns, and aggregates such as `count()`";
    /// A statement without `returning`.
    NothingReturned
        "this statement has its `returning` already",
        "a second `returning`",
        "name all columns in one call, as a tuple";
    /// A query without `group_by`.
    NotGroupedYet
        "this query has its `group_by` already",
        "a second `group_by`",
        "name all columns in one call, as a tuple";
    /// A query without `having`.
    NoHavingYet
        "this query has its `having` already",
        "a second `having`",
        "join the conditions with `.and(…)`";
    /// A query with `group_by`.
    IsGrouped
        "`having` is a condition on groups, and this query has none",
        "no `group_by` before this",
        "call `group_by(…)` before, or use `filter(…)` for a condition on rows";
    /// A query whose columns are not chosen yet.
    NoColumnsYet
        "`group_by` comes before `columns`, which can read what is grouped",
        "`columns` before this",
        "call `.group_by(…)` first";
    /// A query without `distinct`.
    NoDistinctYet
        "`group_by` comes before `distinct`",
        "`distinct` before this",
        "call `.group_by(…)` first, then `.distinct()` and `.columns(…)`";
    /// A query without `group_by`, in a call of `boxed`.
    NotGroupedInBox
        "a grouped query cannot be boxed",
        "`group_by` before this",
        "box the query before it is grouped, or fetch it as it is";
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
impl<T: Table> UpdateTable<T> {
    #[doc(hidden)]
    pub fn filter<E>(self, _condition: E) -> Update<T, (), AllRows>
    where
        (T,): SetsColumns,
    {
        Update {
            sets: (),
            filter: AllRows,
            table: PhantomData,
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

of_all_rows!([A] Update<T, A>);
of_all_rows!([] Delete<T>);

#[hide_bounds]
impl<T, V, A> Insert<T, V, A> {
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
of_selected_rows!([D, S, P, B, T] WithQuery<D, UnboxedSelect<S, P, B, T>>);

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

/// The joins of a grouped query.
macro_rules! no_joins {
    ($($name:ident($($argument:ident)*);)*) => {
        #[hide_bounds]
        impl<S, P, F, W, G, H, T> UnboxedSelect<S, P, Body<F, W, GroupBy<G, H>>, T> {
            $(
                #[doc(hidden)]
                #[allow(non_camel_case_types, reason = "a type parameter for each argument")]
                pub fn $name<$($argument),*>(self, $($argument: $argument),*) -> Self
                where
                    S: NotGrouped,
                {
                    $(let _ = $argument;)*
                    self
                }
            )*
        }
    };
}

no_joins! {
    inner_join(source on);
    left_join(source on);
    right_join(source on);
    full_join(source on);
    cross_join(source);
    inner_join_on(key);
    left_join_on(key);
    right_join_on(key);
    full_join_on(key);
    inner_join_lateral(source);
    left_join_lateral(source);
}

#[hide_bounds]
impl<S, P, F, W, G, H, T> UnboxedSelect<S, P, Body<F, W, GroupBy<G, H>>, T> {
    #[doc(hidden)]
    pub fn group_by<X>(self, _columns: X) -> Self
    where
        S: NotGroupedYet,
    {
        self
    }

    #[doc(hidden)]
    pub fn boxed(self) -> Self
    where
        S: NotGroupedInBox,
    {
        self
    }
}

#[hide_bounds]
impl<S, E, D, F, W, T> UnboxedSelect<S, Columns<E, D>, Body<F, W>, T> {
    #[doc(hidden)]
    pub fn group_by<X>(self, _columns: X) -> Self
    where
        S: NoColumnsYet,
    {
        self
    }
}

#[hide_bounds]
impl<S, E, D, F, W, T> UnboxedSelect<S, Distinct<Columns<E, D>>, Body<F, W>, T> {
    #[doc(hidden)]
    pub fn group_by<X>(self, _columns: X) -> Self
    where
        S: NoDistinctYet,
    {
        self
    }
}

#[hide_bounds]
impl<S, R, F, W, T> UnboxedSelect<S, Distinct<All<R>>, Body<F, W>, T> {
    #[doc(hidden)]
    pub fn group_by<X>(self, _columns: X) -> Self
    where
        S: NoDistinctYet,
    {
        self
    }
}

#[hide_bounds]
impl<S, P, F, W, T> UnboxedSelect<S, P, Body<F, W>, T> {
    #[doc(hidden)]
    pub fn having<X>(self, _condition: X) -> Self
    where
        S: IsGrouped,
    {
        self
    }
}

#[hide_bounds]
impl<S, P, F, W, G, E, T> UnboxedSelect<S, P, Body<F, W, GroupBy<G, Having<E>>>, T> {
    #[doc(hidden)]
    pub fn having<X>(self, _condition: X) -> Self
    where
        S: NoHavingYet,
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
no_fetch!([T V A] Insert<T, V, A> where (T,): ReturnsRows);
no_fetch!([T V R A] InsertMany<T, V, R, A> where (T,): ReturnsRows);
no_fetch!([T A W] Update<T, A, W> where (T,): ReturnsRows);
no_fetch!([T W] Delete<T, W> where (T,): ReturnsRows);
no_fetch!([Q T K A] OnConflict<Q, T, K, A> where (T,): ReturnsRows);
no_fetch!([S G R F W H T] UnboxedSelect<Grouped<S, G>, All<R>, Body<F, W, GroupBy<G, H>>, T> where G: SelectsColumns);
// A nested query is never complete: one of the two bounds fails. If the scope is unknown after another error, the body
// determines the impl, so that the compiler does not report several methods.
no_fetch!([R E P F W T] UnboxedSelect<Nested<R, E>, P, Body<F, W>, T> where E: NoOuter + NoNames);
no_fetch!([R E G X D F W H T] UnboxedSelect<Grouped<Nested<R, E>, G>, Columns<X, D>, Body<F, W, GroupBy<G, H>>, T> where E: NoOuter + NoNames);
