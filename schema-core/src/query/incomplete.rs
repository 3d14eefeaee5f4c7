//! Statements that lack something. They have the methods of the whole ones, which say what is missing: the name of a
//! method that is not there would say nothing, or be taken for one of `Iterator`'s.
#![allow(
    clippy::needless_pass_by_value,
    clippy::unused_self,
    reason = "no program can call these methods"
)]

use std::future::{Ready, ready};
use std::marker::PhantomData;

use super::conflict::{Conflict, ConflictUpdate};
use super::update::AllRows;
use super::{Delete, Insert, InsertMany, OnConflict, Update, UpdateTable};
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
}

fn never<R>() -> Ready<Result<R>> {
    ready(Err(Error::NotFound))
}

impl<Q, T, K> Conflict<Q, T, K> {
    #[doc(hidden)]
    pub fn execute<E>(self, _executor: E) -> Ready<Result<u64>>
    where
        Self: Decided,
    {
        never()
    }
}

impl<Q, T, K> ConflictUpdate<Q, T, K> {
    #[doc(hidden)]
    pub fn execute<E>(self, _executor: E) -> Ready<Result<u64>>
    where
        Self: SetsColumns,
    {
        never()
    }
}

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

macro_rules! without_rows {
    ([$($generics:ident)*] $type:ty) => {
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
