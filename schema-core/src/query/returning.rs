//! `returning`: the rows that a statement changed.
//!
//! <https://www.postgresql.org/docs/current/dml-returning.html>

use schema_macros::hide_bounds;
use std::fmt;
use std::marker::PhantomData;

use super::selection::all_columns;
use super::{DecodeTable, Delete, Insert, InsertMany, OnConflict, ReturnedFrom, Update};
use crate::exec::{Bounded, Decoder, Query, Statement};
use crate::sql::{Fragment, fragment};
use crate::table::{Table, TableDef};
use crate::types::NotNull;

/// The statement `Q` on table `T` with `returning` of the expressions `E`, which `D` reads.
#[must_use = "a statement does nothing until it is executed"]
pub struct Returning<Q, T, E, D> {
    statement: Q,
    expressions: E,
    marker: PhantomData<fn() -> (T, D)>,
}

/// The statement `Q` on table `T` with `returning` of all columns.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
/// let insert = Patient.insert(NewPatient { name: "Ana".into() }).returning_all();
/// assert_eq!(
///     insert.to_sql(),
///     r#"insert into "patients" ("name") values ($1) returning "patients"."id", "patients"."name", "patients"."age""#
/// );
/// ```
#[must_use = "a statement does nothing until it is executed"]
pub struct ReturningAll<Q, T> {
    statement: Q,
    marker: PhantomData<fn() -> T>,
}

impl<Q, T, E, D> fmt::Debug for Returning<Q, T, E, D>
where
    Self: Statement,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Returning").field(&self.to_sql()).finish()
    }
}

impl<Q, T> fmt::Debug for ReturningAll<Q, T>
where
    Self: Statement,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ReturningAll").field(&self.to_sql()).finish()
    }
}

fragment!(impl[Q: Fragment, T, E: Fragment, D] Returning<Q, T, E, D> {
    (statement: Q), " returning ", (expressions: E),
});

fragment!(impl[Q: Fragment, T: Table] ReturningAll<Q, T> {
    (statement: Q), " returning ", [all_columns::<T>()],
});

impl<Q: Statement, T, E: Fragment, D> Statement for Returning<Q, T, E, D> {
    const TABLE: Option<&'static TableDef> = Q::TABLE;
}
#[diagnostic::do_not_recommend]
impl<Q: Bounded, T, E, D> Bounded for Returning<Q, T, E, D> where Self: Statement {}
impl<Q: Statement, T: Table> Statement for ReturningAll<Q, T> {
    const TABLE: Option<&'static TableDef> = Q::TABLE;
}
#[diagnostic::do_not_recommend]
impl<Q: Bounded, T> Bounded for ReturningAll<Q, T> where Self: Statement {}

impl<Q: Statement, T, E: Fragment, D: Decoder> Query for Returning<Q, T, E, D> {
    type Decoder = D;
}

impl<Q: Statement, T: Table> Query for ReturningAll<Q, T> {
    type Decoder = DecodeTable<T, NotNull>;
}

macro_rules! returning {
    ([$($generics:ident)*] $type:ty $(where $bound:ident)?) => {
        #[hide_bounds]
        impl<T: Table, $($generics),*> $type {
            /// `returning …`: an expression, a tuple, or the struct that `#[derive(Selectable)]` makes.
            pub fn returning<E: ReturnedFrom<T, I, D>, I, D>(self, expressions: E) -> Returning<Self, T, E, D>
            $(where Self: $bound)?
            {
                Returning { statement: self, expressions, marker: PhantomData }
            }

            /// `returning` all columns: the whole row.
            pub fn returning_all(self) -> ReturningAll<Self, T>
            $(where Self: $bound)?
            {
                ReturningAll { statement: self, marker: PhantomData }
            }
        }
    };
}

// One by one: an error shows the whole of the call that made the method.
returning!([V S] Insert<T, V, S>);
returning!([V R S] InsertMany<T, V, R, S>);
returning!([S W] Update<T, S, W> where Bounded);
returning!([W] Delete<T, W> where Bounded);
returning!([Q K A] OnConflict<Q, T, K, A>);
