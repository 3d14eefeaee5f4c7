//! The joins of a `select`. They come first: the scope that they make is what the other clauses are checked against.

use schema_macros::hide_bounds;
use std::marker::PhantomData;

use super::clause::{Clauses, with_clause};
use super::join::{Cross, Full, Inner, Join, JoinKind, JoinedScope, KeyJoin, Left, Right};
use super::select::{All, Select};
use crate::expr::{Condition, ConditionOn, HasRoom, InScope, Lacks};
use crate::table::{Column, JoinsTo, Source, Table, TableValue};

/// A query that selects what its tables have, and can take one table more.
#[diagnostic::on_unimplemented(
    message = "a join comes before `columns`",
    label = "the columns are chosen already",
    note = "join first, then say which columns of all the tables to select"
)]
pub trait Joinable {}

#[diagnostic::do_not_recommend]
impl Joinable for All {}

/// A query joined with table `T`, and so with `J` behind `from`.
type Joined<K, S, T, J, W, G, H, O, L> =
    Select<JoinedScope<K, S, T>, All, Clauses<J, W, G, H, O, L>>;

/// The query over another scope, which `from` reads.
macro_rules! joined {
    ($query:expr, $from:expr) => {
        Select {
            projection: All,
            clauses: with_clause!($query.clauses, from: $from),
            scope: PhantomData,
        }
    };
}

// No macro writes these methods: an error about one would show the whole of its call.
#[expect(
    clippy::type_complexity,
    reason = "what a method returns spells out the clauses, of which it changes one"
)]
#[hide_bounds]
impl<S, P, F, W, G, H, O, L> Select<S, P, Clauses<F, W, G, H, O, L>> {
    /// `join … on …`: rows that have a partner.
    ///
    /// The scope of the condition is the query with the table; the row becomes a tuple.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, #[column(references = Patient.id)] patient_id: i64 }
    /// let query = Order.select().inner_join(Patient, Order.patient_id.eq(Patient.id)).columns((Order.id, Patient.name));
    /// assert_eq!(
    ///     query.to_sql(),
    ///     r#"select "orders"."id", "patients"."name" from "orders" join "patients" on "orders"."patient_id" = "patients"."id""#
    /// );
    /// ```
    pub fn inner_join<
        V: TableValue<Source = T>,
        T,
        To,
        E: Condition<And = X> + ConditionOn<To, I>,
        I,
        X,
    >(
        self,
        _table: V,
        on: E,
    ) -> Select<To, All, Clauses<Join<F, Inner, T, X>, W, G, H, O, L>>
    where
        P: Joinable,
        S: HasRoom + Lacks<V::Source>,
        Inner: JoinKind<S, T, Scope = To>,
    {
        joined!(self, Join::new(self.clauses.from, on.into_and()))
    }

    /// `left join … on …`: all rows, with a partner if there is one. The table's part of the row becomes `Option`.
    pub fn left_join<
        V: TableValue<Source = T>,
        T,
        To,
        E: Condition<And = X> + ConditionOn<To, I>,
        I,
        X,
    >(
        self,
        _table: V,
        on: E,
    ) -> Select<To, All, Clauses<Join<F, Left, T, X>, W, G, H, O, L>>
    where
        P: Joinable,
        S: HasRoom + Lacks<V::Source>,
        Left: JoinKind<S, T, Scope = To>,
    {
        joined!(self, Join::new(self.clauses.from, on.into_and()))
    }

    /// `right join … on …`: all rows of the table. All other parts of the row become `Option`.
    pub fn right_join<
        V: TableValue<Source = T>,
        T,
        To,
        E: Condition<And = X> + ConditionOn<To, I>,
        I,
        X,
    >(
        self,
        _table: V,
        on: E,
    ) -> Select<To, All, Clauses<Join<F, Right, T, X>, W, G, H, O, L>>
    where
        P: Joinable,
        S: HasRoom + Lacks<V::Source>,
        Right: JoinKind<S, T, Scope = To>,
    {
        joined!(self, Join::new(self.clauses.from, on.into_and()))
    }

    /// `full join … on …`: all rows of either side. All parts of the row become `Option`.
    pub fn full_join<
        V: TableValue<Source = T>,
        T,
        To,
        E: Condition<And = X> + ConditionOn<To, I>,
        I,
        X,
    >(
        self,
        _table: V,
        on: E,
    ) -> Select<To, All, Clauses<Join<F, Full, T, X>, W, G, H, O, L>>
    where
        P: Joinable,
        S: HasRoom + Lacks<V::Source>,
        Full: JoinKind<S, T, Scope = To>,
    {
        joined!(self, Join::new(self.clauses.from, on.into_and()))
    }

    /// `join` of the table that a column references: `inner_join_on(MedicalOrder.patient_id)`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, #[column(references = Patient.id)] patient_id: i64 }
    /// let query = Order.select().inner_join_on(Order.patient_id).columns((Order.id, Patient.name));
    /// assert_eq!(
    ///     query.to_sql(),
    ///     r#"select "orders"."id", "patients"."name" from "orders" join "patients" on "orders"."patient_id" = "patients"."id""#
    /// );
    /// ```
    pub fn inner_join_on<T: Table, N: Source, C, I>(
        self,
        key: Column<N, C>,
    ) -> Joined<Inner, S, T, Join<F, Inner, T, KeyJoin<N, C, T>>, W, G, H, O, L>
    where
        P: Joinable,
        S: HasRoom + Lacks<T>,
        Inner: JoinKind<S, T>,
        Column<N, C>: JoinsTo<T> + InScope<S, I>,
    {
        joined!(self, Join::new(self.clauses.from, KeyJoin::new(key)))
    }

    /// `left join` of the table that a column references: `left_join_on(MedicalOrder.patient_id)`.
    pub fn left_join_on<T: Table, N: Source, C, I>(
        self,
        key: Column<N, C>,
    ) -> Joined<Left, S, T, Join<F, Left, T, KeyJoin<N, C, T>>, W, G, H, O, L>
    where
        P: Joinable,
        S: HasRoom + Lacks<T>,
        Left: JoinKind<S, T>,
        Column<N, C>: JoinsTo<T> + InScope<S, I>,
    {
        joined!(self, Join::new(self.clauses.from, KeyJoin::new(key)))
    }

    /// `right join` of the table that a column references.
    pub fn right_join_on<T: Table, N: Source, C, I>(
        self,
        key: Column<N, C>,
    ) -> Joined<Right, S, T, Join<F, Right, T, KeyJoin<N, C, T>>, W, G, H, O, L>
    where
        P: Joinable,
        S: HasRoom + Lacks<T>,
        Right: JoinKind<S, T>,
        Column<N, C>: JoinsTo<T> + InScope<S, I>,
    {
        joined!(self, Join::new(self.clauses.from, KeyJoin::new(key)))
    }

    /// `full join` of the table that a column references.
    pub fn full_join_on<T: Table, N: Source, C, I>(
        self,
        key: Column<N, C>,
    ) -> Joined<Full, S, T, Join<F, Full, T, KeyJoin<N, C, T>>, W, G, H, O, L>
    where
        P: Joinable,
        S: HasRoom + Lacks<T>,
        Full: JoinKind<S, T>,
        Column<N, C>: JoinsTo<T> + InScope<S, I>,
    {
        joined!(self, Join::new(self.clauses.from, KeyJoin::new(key)))
    }

    /// `cross join`: every row with every row.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, #[column(references = Patient.id)] patient_id: i64 }
    /// let query = Order.select().cross_join(Patient).columns((Order.id, Patient.id));
    /// assert_eq!(
    ///     query.to_sql(),
    ///     r#"select "orders"."id", "patients"."id" from "orders" cross join "patients""#
    /// );
    /// ```
    pub fn cross_join<V: TableValue>(
        self,
        _table: V,
    ) -> Joined<Inner, S, V::Source, Cross<F, V::Source>, W, G, H, O, L>
    where
        P: Joinable,
        S: HasRoom + Lacks<V::Source>,
        Inner: JoinKind<S, V::Source>,
    {
        joined!(self, Cross::new(self.clauses.from))
    }
}
