//! A `select` as part of another statement.

use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{Columns, Distinct, FullRows, One, Projection, UnboxedSelect};
use crate::expr::{InOperand, InQuery, Subquery};
use crate::query::clause::{Body, GroupBy, Limit, Offset, SelectTail, Tail, WithTies};
use crate::query::from::{Derived, SubqueryRow};
use crate::row::Decoder;
use crate::scope::{Kind, NeedList, Needs, Outer, Require, UsedName};
use crate::sql::Fragment;
use crate::table::{AliasOf, NamedSource, Source, SourceColumns};
use crate::types::{Nullability, Nullable};

/// The select list for `exists`: `1` instead of all columns.
pub trait ExistsList {
    /// The list.
    type List: Fragment;
    /// Converts it into the list.
    fn into_list(self) -> Self::List;
}

impl<S> ExistsList for FullRows<S> {
    type List = One;

    fn into_list(self) -> One {
        One
    }
}

impl<E: Fragment, D> ExistsList for Columns<E, D> {
    type List = Self;

    fn into_list(self) -> Self {
        self
    }
}

impl<P: Fragment> ExistsList for Distinct<P> {
    type List = Self;

    fn into_list(self) -> Self {
        self
    }
}

/// A body and tail that decide whether an aggregate returns its row for certain.
pub trait ScalarRows<K> {
    /// The nullability of the query's value, if that of its column is `N`.
    type Scalar<N: Nullability>: Nullability;
}

// Without `group by` and `limit`, an aggregate returns exactly one row.
impl<K: Kind, F, W, O, Lock> ScalarRows<K> for (Body<F, W>, Tail<O, (), Lock>) {
    type Scalar<N: Nullability> = K::Scalar<N>;
}

impl<K, F, W, G, H, O, L, Lock> ScalarRows<K> for (Body<F, W, GroupBy<G, H>>, Tail<O, L, Lock>) {
    type Scalar<N: Nullability> = Nullable;
}

impl<K, F, W, O, Lock> ScalarRows<K> for (Body<F, W>, Tail<O, Limit, Lock>) {
    type Scalar<N: Nullability> = Nullable;
}

impl<K, F, W, O, L, Lock> ScalarRows<K> for (Body<F, W>, Tail<O, Offset<L>, Lock>) {
    type Scalar<N: Nullability> = Nullable;
}

impl<K, F, W, O, L, Lock> ScalarRows<K> for (Body<F, W>, Tail<O, WithTies<L>, Lock>) {
    type Scalar<N: Nullability> = Nullable;
}

#[diagnostic::do_not_recommend]
impl<S, P, B, T, C, E, O, D, N> InOperand<C, E, O, InQuery<O, E, Self, N>, N>
    for UnboxedSelect<S, P, B, T>
where
    Self: Subquery<Decoder = D>,
{
    type Decoder = D;

    fn compare(self, operand: E) -> InQuery<O, E, Self, N> {
        InQuery::new(operand, self)
    }
}

#[diagnostic::do_not_recommend]
impl<S, P, B, T> Subquery for UnboxedSelect<S, P, B, T>
where
    S: Needs<List: NeedList>,
    P: Projection + ExistsList,
    B: Fragment,
    T: SelectTail,
    (B, T): ScalarRows<P::Kind>,
{
    type Needs = S::List;
    type Decoder = P::Decoder;
    type Scalar<N: Nullability> = <(B, T) as ScalarRows<P::Kind>>::Scalar<N>;
    type Query = Self;
    type Exists = UnboxedSelect<S, P::List, B, T>;

    #[inline]
    fn into_query(self) -> Self {
        self
    }

    fn into_exists(self) -> Self::Exists {
        UnboxedSelect {
            projection: self.projection.into_list(),
            body: self.body,
            tail: self.tail,
            scope: PhantomData,
        }
    }
}

#[hide_bounds]
impl<S, P, B, T> UnboxedSelect<S, P, B, T> {
    /// Makes the query a correlated subquery, which can read the columns of a table of the outer query. They may be NULL,
    /// since the outer query may join the table by an outer join.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, patient_id: i64 }
    /// let orders = Order.select().correlate(Patient).filter(Order.patient_id.eq(Patient.id));
    /// assert_eq!(
    ///     Patient.select().filter(exists(orders)).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where exists (select 1 from "orders" where "orders"."patient_id" = "patients"."id")"#
    /// );
    /// ```
    #[expect(unused_variables, reason = "the type of the constant is the name")]
    pub fn correlate<V: SourceColumns<Source = N>, N: NamedSource, To>(
        self,
        outer: V,
    ) -> UnboxedSelect<To, P::In<To>, B, T>
    where
        S: Require<(Outer<N>, ()), Scope = To>,
        P: InAnyScope,
    {
        UnboxedSelect {
            projection: self.projection.in_scope(),
            body: self.body,
            tail: self.tail,
            scope: PhantomData,
        }
    }

    /// Declares that a subquery of this query reads from a query that a `with` clause defines.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, patient_id: i64 }
    /// #[derive(Selectable)]
    /// struct Busy { patient_id: i64 }
    ///
    /// let busy = Order.select().distinct().columns(SelectBusy { patient_id: Order.patient_id });
    /// let query = with(busy).query(
    ///     Patient
    ///         .select()
    ///         .uses(Busy)
    ///         .filter(Patient.id.is_in(Busy.select().columns(Busy.patient_id)))
    ///         .columns(Patient.name),
    /// );
    /// assert_eq!(
    ///     query.to_sql(),
    ///     concat!(
    ///         r#"with "Busy" ("patient_id") as (select distinct "orders"."patient_id" from "orders") "#,
    ///         r#"select "patients"."name" from "patients" "#,
    ///         r#"where "patients"."id" in (select "Busy"."patient_id" from "Busy")"#,
    ///     )
    /// );
    /// ```
    #[expect(unused_variables, reason = "the type of the constant is the name")]
    pub fn uses<V: SourceColumns<Source = N>, N, To>(
        self,
        named: V,
    ) -> UnboxedSelect<To, P::In<To>, B, T>
    where
        N: Source<Relation: SubqueryRow>,
        S: Require<(UsedName<N::Relation>, ()), Scope = To>,
        P: InAnyScope,
    {
        UnboxedSelect {
            projection: self.projection.in_scope(),
            body: self.body,
            tail: self.tail,
            scope: PhantomData,
        }
    }

    /// The query as a table, under the name of the struct that it selects into. See [`Derived`].
    pub fn as_table<D: Decoder<Row = R>, R: SubqueryRow>(self) -> Derived<R, Self>
    where
        P: Projection<Decoder = D>,
    {
        Derived::new(self)
    }

    /// The query as a table, under the name of an [alias](crate::alias!) of the struct that it selects into.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, price: i32 }
    /// #[derive(Selectable)]
    /// struct Price { price: i32 }
    ///
    /// alias!(Cheap = Price);
    ///
    /// let cheap = Order.select().filter(Order.price.lt(10)).columns(SelectPrice { price: Order.price });
    /// assert_eq!(
    ///     cheap.as_alias(Cheap).select().columns(Cheap.price).to_sql(),
    ///     r#"select "Cheap"."price" from (select "orders"."price" from "orders" where "orders"."price" < $1) as "Cheap" ("price")"#
    /// );
    /// ```
    #[expect(unused_variables, reason = "the type of the constant is the name")]
    pub fn as_alias<V: AliasOf<R, N>, N: Source, D: Decoder<Row = R>, R: SubqueryRow>(
        self,
        alias: V,
    ) -> Derived<N, Self>
    where
        P: Projection<Decoder = D>,
    {
        Derived::new(self)
    }
}

/// A projection that selects the same in a scope with further needs.
pub trait InAnyScope {
    /// The projection in the scope `S`.
    type In<S>;
    /// Converts it.
    fn in_scope<S>(self) -> Self::In<S>;
}

impl<R> InAnyScope for FullRows<R> {
    type In<S> = FullRows<S>;

    fn in_scope<S>(self) -> FullRows<S> {
        FullRows(PhantomData)
    }
}

impl<E, D> InAnyScope for Columns<E, D> {
    type In<S> = Self;

    fn in_scope<S>(self) -> Self {
        self
    }
}

impl<P: InAnyScope> InAnyScope for Distinct<P> {
    type In<S> = Distinct<P::In<S>>;

    fn in_scope<S>(self) -> Distinct<P::In<S>> {
        Distinct(self.0.in_scope())
    }
}
