//! Statements that lack something. They have the methods of the whole ones, which say what is missing: the name of a
//! method that is not there would say nothing, or be taken for one of `Iterator`'s.
#![allow(
    clippy::needless_pass_by_value,
    clippy::unused_self,
    reason = "no program can call these methods"
)]

use std::future::{Ready, ready};
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::clause::{Clauses, GroupBy, Having};
use super::conflict::{Conflict, ConflictUpdate};
use super::update::AllRows;
use super::{
    Columns, Delete, Insert, InsertMany, OnConflict, Returning, ReturningAll, Select, Update,
    UpdateTable,
};
use crate::error::{Error, Result};
use crate::table::{Impossible, Table};

macro_rules! lacking {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident $message:literal, $label:literal, $note:literal;
    )*) => {$(
        $(#[doc = $doc])*
        #[diagnostic::on_unimplemented(message = $message, label = $label, note = $note)]
        pub trait $name {}

        // Of several implementations none is explained.
        #[diagnostic::do_not_recommend]
        impl $name for Impossible {}
        #[diagnostic::do_not_recommend]
        impl $name for () {}
    )*};
}

lacking! {
    /// An `on conflict` that says what to do.
    Decided
        "this says nothing to do on conflict; call `do_nothing` or `do_update` before `execute`",
        "neither `do_nothing` nor `do_update` before this",
        "`.do_nothing()` keeps the row that is there, `.do_update().set(…)` changes it";
    /// An update that sets something.
    SetsColumns
        "this update sets nothing; call `set` first",
        "no `set` before this",
        "add `.set(Table.column, value)`";
    /// A statement that returns rows.
    ReturnsRows
        "this statement returns no rows; call `returning` first, or `execute`",
        "nothing to fetch",
        "`.returning(…)` takes columns, `.returning_all()` the whole row";
    /// A statement that says which rows it changes.
    NamesRows
        "this would change every row of the table",
        "no `filter` before this",
        "add `.filter(…)`; or `.all_rows()`, if every row is meant";
    /// A statement that says nothing yet of what it returns.
    NothingReturned
        "this statement has its `returning` already",
        "a second `returning`",
        "name all columns in one call, as a tuple";
    /// A query that is not grouped yet.
    NotGroupedYet
        "this query has its `group_by` already",
        "a second `group_by`",
        "name all columns in one call, as a tuple";
    /// A query that has no condition on groups yet.
    NoHavingYet
        "this query has its `having` already",
        "a second `having`",
        "join the conditions with `.and(…)`";
    /// A query whose columns are not chosen yet.
    NoColumnsYet
        "`group_by` comes before `columns`, which may read what is grouped",
        "`columns` before this",
        "call `.group_by(…)` first";
}

fn never<R>() -> Ready<Result<R>> {
    ready(Err(Error::NotFound))
}

#[hide_bounds]
impl<Q, T, K> Conflict<Q, T, K> {
    #[doc(hidden)]
    pub fn execute<E>(self, _executor: E) -> Ready<Result<u64>>
    where
        Self: Decided,
    {
        never()
    }
}

#[hide_bounds]
impl<Q, T, K> ConflictUpdate<Q, T, K> {
    #[doc(hidden)]
    pub fn execute<E>(self, _executor: E) -> Ready<Result<u64>>
    where
        Self: SetsColumns,
    {
        never()
    }
}

#[hide_bounds]
impl<T: Table> UpdateTable<T> {
    #[doc(hidden)]
    pub fn filter<E>(self, _condition: E) -> Update<T, (), AllRows>
    where
        Self: SetsColumns,
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
        Self: SetsColumns,
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
                Self: NamesRows,
            {
                never()
            }
        }
    };
}

of_all_rows!([S] Update<T, S>);
of_all_rows!([] Delete<T>);

#[hide_bounds]
impl<Q, T, E, D> Returning<Q, T, E, D> {
    #[doc(hidden)]
    pub fn returning<X>(self, _expressions: X) -> Self
    where
        Self: NothingReturned,
    {
        self
    }
}

#[hide_bounds]
impl<Q, T> ReturningAll<Q, T> {
    #[doc(hidden)]
    pub fn returning<X>(self, _expressions: X) -> Self
    where
        Self: NothingReturned,
    {
        self
    }
}

#[hide_bounds]
impl<S, P, F, W, G, H, O, L> Select<S, P, Clauses<F, W, GroupBy<G>, H, O, L>> {
    #[doc(hidden)]
    pub fn group_by<X>(self, _columns: X) -> Self
    where
        Self: NotGroupedYet,
    {
        self
    }
}

#[hide_bounds]
impl<S, E, D, F, W, H, O, L> Select<S, Columns<E, D>, Clauses<F, W, (), H, O, L>> {
    #[doc(hidden)]
    pub fn group_by<X>(self, _columns: X) -> Self
    where
        Self: NoColumnsYet,
    {
        self
    }
}

#[hide_bounds]
impl<S, P, F, W, G, E, O, L> Select<S, P, Clauses<F, W, G, Having<E>, O, L>> {
    #[doc(hidden)]
    pub fn having<X>(self, _condition: X) -> Self
    where
        Self: NoHavingYet,
    {
        self
    }
}

macro_rules! without_rows {
    ([$($generics:ident)*] $type:ty) => {
        #[hide_bounds]
        impl<T, $($generics),*> $type {
            #[doc(hidden)]
            pub fn fetch_one<__Row, __Executor>(self, _executor: __Executor) -> Ready<Result<__Row>>
            where
                Self: ReturnsRows,
            {
                never()
            }

            #[doc(hidden)]
            pub fn fetch_optional<__Row, __Executor>(
                self,
                _executor: __Executor,
            ) -> Ready<Result<Option<__Row>>>
            where
                Self: ReturnsRows,
            {
                never()
            }

            #[doc(hidden)]
            pub fn fetch_all<__Row, __Executor>(
                self,
                _executor: __Executor,
            ) -> Ready<Result<Vec<__Row>>>
            where
                Self: ReturnsRows,
            {
                never()
            }
        }
    };
}

// One by one: an error shows the whole of the call that made the method.
without_rows!([V S] Insert<T, V, S>);
without_rows!([V R S] InsertMany<T, V, R, S>);
without_rows!([S W] Update<T, S, W>);
without_rows!([W] Delete<T, W>);
without_rows!([Q K A] OnConflict<Q, T, K, A>);
