//! `returning`: the rows that a statement changed.
//!
//! <https://www.postgresql.org/docs/current/dml-returning.html>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::clause::{NamedQuery, WithBody};
use super::from::{OtherSource, SubqueryRow};
use super::insert::{Insert, InsertFrom, InsertMany, OnConflict};
use super::{Delete, Limited, Merge, Update};
use crate::def::TableDef;
use crate::exec::{Changes, Executable, Query, Statement};
use crate::expr::{Inferred, KnownDecoder, SelectedFrom, SelectionKind};
use crate::row::{Decoder, TypedDecoder};
use crate::scope::{
    DecodeScope, Deleted, Inserted, Nested, New, NoNames, NoOuter, Old, Returned, Updated,
    all_columns,
};
use crate::sql::{Fragment, fragment};
use crate::table::{SourceColumns, Table};

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
impl<Q: Changes, T, E, D> Changes for Returning<Q, T, E, D> {}

#[diagnostic::do_not_recommend]
impl<Q: Executable, T, E, D> Executable for Returning<Q, T, E, D> {}

impl<Q: WithBody, T, E: Fragment, D> WithBody for Returning<Q, T, E, D> {
    type Needs = Q::Needs;
    type Decoder = D;
}

#[diagnostic::do_not_recommend]
impl<Q: WithBody, T, E: Fragment, D: Decoder<Row = R>, R: SubqueryRow> NamedQuery
    for Returning<Q, T, E, D>
{
    type Row = <R::Columns<R> as SourceColumns>::Source;
}

impl<Q: Statement, T> Statement for ReturningAll<Q, T> {
    const TABLE: Option<&'static TableDef> = Q::TABLE;
}

#[diagnostic::do_not_recommend]
impl<Q: Changes, T> Changes for ReturningAll<Q, T> {}

#[diagnostic::do_not_recommend]
impl<Q: Executable, T> Executable for ReturningAll<Q, T> {}

impl<Q: WithBody, T: Table> WithBody for ReturningAll<Q, T> {
    type Needs = Q::Needs;
    type Decoder = DecodeScope<(T,)>;
}

#[diagnostic::do_not_recommend]
impl<Q, T, E, D> Query for Returning<Q, T, E, D>
where
    Q: Statement + WithBody<Needs: NoOuter + NoNames>,
    E: Fragment,
    D: Decoder,
{
    type Row = D::Row;
    type Decoder = TypedDecoder<D>;

    fn decoder(&self) -> Self::Decoder {
        TypedDecoder::NEW
    }
}

#[diagnostic::do_not_recommend]
impl<Q, T: Table> Query for ReturningAll<Q, T>
where
    Q: Statement + WithBody<Needs: NoOuter + NoNames>,
{
    type Row = T;
    type Decoder = TypedDecoder<DecodeScope<(T,)>>;

    fn decoder(&self) -> Self::Decoder {
        TypedDecoder::NEW
    }
}

macro_rules! returning {
    ([$($generics:ident)*] $type:ty, $scope:ty $(where $bound:ident)?) => {
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
                E: SelectionKind<Kind = Kind> + SelectedFrom<$scope, I, D, Kind> + Inferred<Kind, Is: Returned>,
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
returning!([V A O] Insert<T, V, A, O>, Inserted<T>);
returning!([V R A] InsertMany<T, V, R, A>, Inserted<T>);
returning!([C N O] InsertFrom<T, C, N, O>, Inserted<T>);
returning!([A W] Update<T, A, W>, Updated<T> where Changes);
returning!([W] Delete<T, W>, Deleted<T> where Changes);
returning!([Q K A] OnConflict<Q, T, K, A>, Inserted<T>);
// With other sources, only the table and these.
returning!([A W F V S] Update<T, A, W, OtherSource<F, V>, S>, S where Changes);
returning!([W F V S] Delete<T, W, OtherSource<F, V>, S>, S where Changes);
returning!([A W R N] Update<T, A, W, (), Nested<R, N>>, Nested<R, N> where Changes);
returning!([W R N] Delete<T, W, (), Nested<R, N>>, Nested<R, N> where Changes);
returning!([S P Y N B] Merge<T, S, P, Y, N, B>, S where Changes);
returning!([A W L N] Limited<T, Update<T, A, W>, L, N>, Updated<T>);
returning!([W L N] Limited<T, Delete<T, W>, L, N>, Deleted<T>);

macro_rules! versions {
    ($($(#[$doc:meta])* $name:ident $function:ident;)*) => {$(
        $(#[$doc])*
        #[hide_bounds]
        #[expect(unused_variables, reason = "the type of the constant is the name")]
        pub fn $function<V: SourceColumns<Source = T>, T: Table>(table: V) -> T::Columns<$name<T>> {
            SourceColumns::NEW
        }
    )*};
}

versions! {
    /// The columns of a row before the statement changed it, in `returning`. An insert has no such row, so they are
    /// nullable there. Requires Postgres 18.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, price: f64 }
    /// use schema_core::query::{new, old};
    ///
    /// let raised = Order
    ///     .update()
    ///     .set(Order.price, Order.price * 1.1)
    ///     .all_rows()
    ///     .returning((Order.id, old(Order).price, new(Order).price));
    /// assert_eq!(
    ///     raised.to_sql(),
    ///     r#"update "orders" set "price" = "orders"."price" * $1 returning "orders"."id", old."price", new."price""#
    /// );
    /// ```
    Old old;
    /// The columns of a row after the statement changed it, in `returning`. After a delete there is none, so they are nullable
    /// there. Requires Postgres 18. See [`old`].
    New new;
}
