//! `returning`: the rows that a statement changed.
//!
//! <https://www.postgresql.org/docs/current/dml-returning.html>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::insert::{Insert, InsertMany, OnConflict};
use super::{Delete, Update};
use crate::def::TableDef;
use crate::exec::{Executable, Query, Statement};
use crate::expr::{Inferred, KnownDecoder, SelectedFrom, SelectionKind};
use crate::row::{Decoder, TypedDecoder};
use crate::scope::{DecodeScope, Returned, all_columns};
use crate::sql::{Fragment, fragment};
use crate::table::Table;

/// The statement `Q` on table `T` with `returning` of the expressions `E`, which `D` decodes.
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

impl<Q: Clone, T, E: Clone, D> Clone for Returning<Q, T, E, D> {
    fn clone(&self) -> Self {
        Self {
            statement: self.statement.clone(),
            expressions: self.expressions.clone(),
            marker: PhantomData,
        }
    }
}

impl<Q: Clone, T> Clone for ReturningAll<Q, T> {
    fn clone(&self) -> Self {
        Self {
            statement: self.statement.clone(),
            marker: PhantomData,
        }
    }
}

impl<Q: Statement, T, E, D> fmt::Debug for Returning<Q, T, E, D>
where
    Self: Fragment,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Returning").field(&self.to_sql()).finish()
    }
}

impl<Q: Statement, T> fmt::Debug for ReturningAll<Q, T>
where
    Self: Fragment,
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

impl<Q: Statement, T, E, D> Statement for Returning<Q, T, E, D> {
    const TABLE: Option<&'static TableDef> = Q::TABLE;
}

#[diagnostic::do_not_recommend]
impl<Q: Executable, T, E, D> Executable for Returning<Q, T, E, D> {}

impl<Q: Statement, T> Statement for ReturningAll<Q, T> {
    const TABLE: Option<&'static TableDef> = Q::TABLE;
}

#[diagnostic::do_not_recommend]
impl<Q: Executable, T> Executable for ReturningAll<Q, T> {}

#[diagnostic::do_not_recommend]
impl<Q: Statement + Fragment, T, E: Fragment, D: Decoder> Query for Returning<Q, T, E, D> {
    type Row = D::Row;
    type Decoder = TypedDecoder<D>;

    fn decoder(&self) -> Self::Decoder {
        TypedDecoder::NEW
    }
}

#[diagnostic::do_not_recommend]
impl<Q: Statement + Fragment, T: Table> Query for ReturningAll<Q, T> {
    type Row = T;
    type Decoder = TypedDecoder<DecodeScope<(T,)>>;

    fn decoder(&self) -> Self::Decoder {
        TypedDecoder::NEW
    }
}

macro_rules! returning {
    ([$($generics:ident)*] $type:ty $(where $bound:ident)?) => {
        #[hide_bounds]
        impl<T: Table, $($generics),*> $type {
            /// `returning …`: an expression, a tuple, or the struct that `#[derive(Selectable)]` generates.
            ///
            /// ```
            /// # use schema_core::prelude::*;
            /// # #[table(name = "patients")]
            /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
            /// let insert = Patient.insert(NewPatient { name: "Ana".into() }).returning(Patient.id);
            /// assert_eq!(
            ///     insert.to_sql(),
            ///     r#"insert into "patients" ("name") values ($1) returning "patients"."id""#
            /// );
            /// ```
            pub fn returning<E, I, D, Kind, X>(self, expressions: E) -> Returning<Self, T, X, D>
            where
                E: SelectionKind<Kind = Kind> + SelectedFrom<(T,), I, D, Kind> + Inferred<Kind, Is: Returned>,
                D: KnownDecoder<Selected<E> = X>,
                $(Self: $bound)?
            {
                Returning { statement: self, expressions: D::selected(expressions), marker: PhantomData }
            }

            /// `returning` all columns: the whole row. See [`ReturningAll`].
            pub fn returning_all(self) -> ReturningAll<Self, T>
            $(where Self: $bound)?
            {
                ReturningAll { statement: self, marker: PhantomData }
            }
        }
    };
}

// One call each: an error shows the macro's whole call.
returning!([V A] Insert<T, V, A>);
returning!([V R A] InsertMany<T, V, R, A>);
returning!([A W] Update<T, A, W> where Executable);
returning!([W] Delete<T, W> where Executable);
returning!([Q K A] OnConflict<Q, T, K, A>);
