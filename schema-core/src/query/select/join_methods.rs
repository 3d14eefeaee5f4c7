//! The joins of a `select`. They come before `columns` and `group_by`, which determine the row and the groups from the
//! joined tables.

use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{Distinct, FullRows, UnboxedSelect};
use crate::expr::{Condition, ConditionOn, InScope, Inferred, SuppliedIn};
use crate::query::clause::Body;
use crate::query::from::{
    Cross, Full, Inner, Join, JoinItem, JoinKind, KeyJoin, Lateral, LateralItem, Left, Right,
    TableRef,
};
use crate::scope::{HasRoom, Lacks, RowLevel};
use crate::table::{Column, JoinsTo, NamedSource, Source, Table};

/// A projection of a query that can be joined: `columns` was not called yet.
#[diagnostic::on_unimplemented(
    message = "a join comes before `columns`",
    label = "the columns are chosen already",
    note = "join first, then select columns of all the tables"
)]
pub trait Joinable<S> {
    /// The projection of all columns of the new scope.
    type All;
    /// The projection of all columns of the new scope.
    const ALL: Self::All;
}

#[diagnostic::do_not_recommend]
impl<R, S> Joinable<S> for FullRows<R> {
    type All = FullRows<S>;
    const ALL: FullRows<S> = FullRows(PhantomData);
}

#[diagnostic::do_not_recommend]
impl<R, S> Joinable<S> for Distinct<FullRows<R>> {
    type All = Distinct<FullRows<S>>;
    const ALL: Self::All = Distinct(FullRows(PhantomData));
}

/// The query over another scope, which it reads from `$from`.
macro_rules! joined {
    ($query:expr, $from:expr) => {
        UnboxedSelect {
            projection: P::ALL,
            body: Body {
                from: $from,
                filter: $query.body.filter,
                group: (),
            },
            tail: $query.tail,
            scope: PhantomData,
        }
    };
}

// No macro generates these methods: an error about one would show the macro's whole call.
#[expect(clippy::type_complexity, reason = "the query with one join more")]
#[hide_bounds]
impl<S, P, F, W, T> UnboxedSelect<S, P, Body<F, W>, T> {
    /// `join … on …`: the rows that match. The condition can read all joined tables; the row becomes a tuple.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, #[column(references = Patient.id)] patient_id: i64 }
    /// let query = Order.select().inner_join(Patient, Order.patient_id.eq(Patient.id)).columns((Order.id, Patient.name));
    /// assert_eq!(
    ///     query.to_sql(),
    ///     r#"select "orders"."id", "patients"."name" from "orders" join "patients" on "orders"."patient_id" = "patients"."id""#
    /// );
    /// ```
    pub fn inner_join<
        V: JoinItem<R, N, Y> + Inferred<R, Is: NamedSource> + Inferred<S, Is: Lacks<R>>,
        R,
        N,
        Y,
        To,
        Row,
        E: Condition<And = X> + ConditionOn<To, I> + Inferred<I, Is: RowLevel>,
        I,
        X,
    >(
        self,
        source: V,
        on: E,
    ) -> UnboxedSelect<To, Row, Body<Join<F, Inner, Y, X>, W>, T>
    where
        P: Joinable<To, All = Row>,
        S: HasRoom,
        Inner: JoinKind<S, R, N, Scope = To>,
    {
        joined!(
            self,
            Join::new(self.body.from, source.into_part(), on.into_and())
        )
    }

    /// `left join … on …`: all rows so far, with the matching row if there is one. The source's part of the row becomes
    /// an `Option`.
    ///
    /// Postgres does not say whether a row matched: a part whose columns are all NULL is `None`. A table has a column that
    /// is never NULL, its primary key. If every column of a query that you join can be NULL, add one that cannot, such as
    /// the key that you join by.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, #[column(references = Patient.id)] patient_id: i64 }
    /// let query = Order.select().left_join(Patient, Order.patient_id.eq(Patient.id)).columns((Order.id, Patient.name));
    /// assert_eq!(
    ///     query.to_sql(),
    ///     r#"select "orders"."id", "patients"."name" from "orders" left join "patients" on "orders"."patient_id" = "patients"."id""#
    /// );
    /// ```
    pub fn left_join<
        V: JoinItem<R, N, Y> + Inferred<R, Is: NamedSource> + Inferred<S, Is: Lacks<R>>,
        R,
        N,
        Y,
        To,
        Row,
        E: Condition<And = X> + ConditionOn<To, I> + Inferred<I, Is: RowLevel>,
        I,
        X,
    >(
        self,
        source: V,
        on: E,
    ) -> UnboxedSelect<To, Row, Body<Join<F, Left, Y, X>, W>, T>
    where
        P: Joinable<To, All = Row>,
        S: HasRoom,
        Left: JoinKind<S, R, N, Scope = To>,
    {
        joined!(
            self,
            Join::new(self.body.from, source.into_part(), on.into_and())
        )
    }

    /// `right join … on …`: all rows of the source. All other parts of the row become an `Option`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, #[column(references = Patient.id)] patient_id: i64 }
    /// let query = Order.select().right_join(Patient, Order.patient_id.eq(Patient.id)).columns((Order.id, Patient.name));
    /// assert_eq!(
    ///     query.to_sql(),
    ///     r#"select "orders"."id", "patients"."name" from "orders" right join "patients" on "orders"."patient_id" = "patients"."id""#
    /// );
    /// ```
    pub fn right_join<
        V: JoinItem<R, N, Y> + Inferred<R, Is: NamedSource> + Inferred<S, Is: Lacks<R>>,
        R,
        N,
        Y,
        To,
        Row,
        E: Condition<And = X> + ConditionOn<To, I> + Inferred<I, Is: RowLevel>,
        I,
        X,
    >(
        self,
        source: V,
        on: E,
    ) -> UnboxedSelect<To, Row, Body<Join<F, Right, Y, X>, W>, T>
    where
        P: Joinable<To, All = Row>,
        S: HasRoom,
        Right: JoinKind<S, R, N, Scope = To>,
    {
        joined!(
            self,
            Join::new(self.body.from, source.into_part(), on.into_and())
        )
    }

    /// `full join … on …`: all rows of both sides. All parts of the row become an `Option`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, #[column(references = Patient.id)] patient_id: i64 }
    /// let query = Order.select().full_join(Patient, Order.patient_id.eq(Patient.id)).columns((Order.id, Patient.name));
    /// assert_eq!(
    ///     query.to_sql(),
    ///     r#"select "orders"."id", "patients"."name" from "orders" full join "patients" on "orders"."patient_id" = "patients"."id""#
    /// );
    /// ```
    pub fn full_join<
        V: JoinItem<R, N, Y> + Inferred<R, Is: NamedSource> + Inferred<S, Is: Lacks<R>>,
        R,
        N,
        Y,
        To,
        Row,
        E: Condition<And = X> + ConditionOn<To, I> + Inferred<I, Is: RowLevel>,
        I,
        X,
    >(
        self,
        source: V,
        on: E,
    ) -> UnboxedSelect<To, Row, Body<Join<F, Full, Y, X>, W>, T>
    where
        P: Joinable<To, All = Row>,
        S: HasRoom,
        Full: JoinKind<S, R, N, Scope = To>,
    {
        joined!(
            self,
            Join::new(self.body.from, source.into_part(), on.into_and())
        )
    }

    /// `join` of the table that a column references.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, #[column(references = Patient.id)] patient_id: i64 }
    /// let query = Order.select().inner_join_on(Order.patient_id).columns((Order.id, Patient.name));
    /// assert_eq!(
    ///     query.to_sql(),
    ///     r#"select "orders"."id", "patients"."name" from "orders" join "patients" on "orders"."patient_id" = "patients"."id""#
    /// );
    /// ```
    pub fn inner_join_on<R: Table, N: Source, C, I, To, Row>(
        self,
        key: Column<N, C>,
    ) -> UnboxedSelect<To, Row, Body<Join<F, Inner, TableRef<R>, KeyJoin<N, C, R>>, W>, T>
    where
        P: Joinable<To, All = Row>,
        S: HasRoom,
        Inner: JoinKind<S, R, Scope = To>,
        Column<N, C>: JoinsTo<R> + InScope<S, I> + Inferred<S, Is: Lacks<R>>,
    {
        joined!(
            self,
            Join::new(self.body.from, TableRef(PhantomData), KeyJoin::new(key))
        )
    }

    /// `left join` of the table that a column references.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, #[column(references = Patient.id)] patient_id: i64 }
    /// let query = Order.select().left_join_on(Order.patient_id).columns((Order.id, Patient.name));
    /// assert_eq!(
    ///     query.to_sql(),
    ///     r#"select "orders"."id", "patients"."name" from "orders" left join "patients" on "orders"."patient_id" = "patients"."id""#
    /// );
    /// ```
    pub fn left_join_on<R: Table, N: Source, C, I, To, Row>(
        self,
        key: Column<N, C>,
    ) -> UnboxedSelect<To, Row, Body<Join<F, Left, TableRef<R>, KeyJoin<N, C, R>>, W>, T>
    where
        P: Joinable<To, All = Row>,
        S: HasRoom,
        Left: JoinKind<S, R, Scope = To>,
        Column<N, C>: JoinsTo<R> + InScope<S, I> + Inferred<S, Is: Lacks<R>>,
    {
        joined!(
            self,
            Join::new(self.body.from, TableRef(PhantomData), KeyJoin::new(key))
        )
    }

    /// `right join` of the table that a column references.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, #[column(references = Patient.id)] patient_id: i64 }
    /// let query = Order.select().right_join_on(Order.patient_id).columns((Order.id, Patient.name));
    /// assert_eq!(
    ///     query.to_sql(),
    ///     r#"select "orders"."id", "patients"."name" from "orders" right join "patients" on "orders"."patient_id" = "patients"."id""#
    /// );
    /// ```
    pub fn right_join_on<R: Table, N: Source, C, I, To, Row>(
        self,
        key: Column<N, C>,
    ) -> UnboxedSelect<To, Row, Body<Join<F, Right, TableRef<R>, KeyJoin<N, C, R>>, W>, T>
    where
        P: Joinable<To, All = Row>,
        S: HasRoom,
        Right: JoinKind<S, R, Scope = To>,
        Column<N, C>: JoinsTo<R> + InScope<S, I> + Inferred<S, Is: Lacks<R>>,
    {
        joined!(
            self,
            Join::new(self.body.from, TableRef(PhantomData), KeyJoin::new(key))
        )
    }

    /// `full join` of the table that a column references.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, #[column(references = Patient.id)] patient_id: i64 }
    /// let query = Order.select().full_join_on(Order.patient_id).columns((Order.id, Patient.name));
    /// assert_eq!(
    ///     query.to_sql(),
    ///     r#"select "orders"."id", "patients"."name" from "orders" full join "patients" on "orders"."patient_id" = "patients"."id""#
    /// );
    /// ```
    pub fn full_join_on<R: Table, N: Source, C, I, To, Row>(
        self,
        key: Column<N, C>,
    ) -> UnboxedSelect<To, Row, Body<Join<F, Full, TableRef<R>, KeyJoin<N, C, R>>, W>, T>
    where
        P: Joinable<To, All = Row>,
        S: HasRoom,
        Full: JoinKind<S, R, Scope = To>,
        Column<N, C>: JoinsTo<R> + InScope<S, I> + Inferred<S, Is: Lacks<R>>,
    {
        joined!(
            self,
            Join::new(self.body.from, TableRef(PhantomData), KeyJoin::new(key))
        )
    }

    /// `cross join`: every row with every row.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, #[column(references = Patient.id)] patient_id: i64 }
    /// let query = Order.select().cross_join(Patient).columns((Order.id, Patient.id));
    /// assert_eq!(
    ///     query.to_sql(),
    ///     r#"select "orders"."id", "patients"."id" from "orders" cross join "patients""#
    /// );
    /// ```
    pub fn cross_join<
        V: JoinItem<R, N, Y> + Inferred<R, Is: NamedSource> + Inferred<S, Is: Lacks<R>>,
        R,
        N,
        Y,
        To,
        Row,
    >(
        self,
        source: V,
    ) -> UnboxedSelect<To, Row, Body<Cross<F, Y>, W>, T>
    where
        P: Joinable<To, All = Row>,
        S: HasRoom,
        Inner: JoinKind<S, R, N, Scope = To>,
    {
        joined!(self, Cross::new(self.body.from, source.into_part()))
    }

    /// `left join lateral (…) on true`: a subquery for each row so far, which can read its columns. The subquery names
    /// their tables by [`correlate`](UnboxedSelect::correlate). A row for which it finds nothing stays, with `None`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, #[column(references = Patient.id)] patient_id: i64 }
    /// #[derive(Selectable)]
    /// struct Latest { id: i64 }
    ///
    /// let latest = Order
    ///     .select()
    ///     .correlate(Patient)
    ///     .filter(Order.patient_id.eq(Patient.id))
    ///     .order_by(Order.id.desc())
    ///     .limit(3)
    ///     .columns(SelectLatest { id: Order.id });
    /// let query = Patient.select().left_join_lateral(latest.as_table()).columns((Patient.name, Latest.id));
    /// assert_eq!(
    ///     query.to_sql(),
    ///     concat!(
    ///         r#"select "patients"."name", "Latest"."id" from "patients" left join lateral "#,
    ///         r#"(select "orders"."id" from "orders" where "orders"."patient_id" = "patients"."id" "#,
    ///         r#"order by "orders"."id" desc limit $1) as "Latest" ("id") on true"#,
    ///     )
    /// );
    /// ```
    pub fn left_join_lateral<
        V: LateralItem<R, N> + Inferred<N, Is: SuppliedIn<S, I>> + Inferred<S, Is: Lacks<R>>,
        R: Source,
        N,
        I,
        To,
        Row,
    >(
        self,
        subquery: V,
    ) -> UnboxedSelect<To, Row, Body<Lateral<F, Left, V>, W>, T>
    where
        P: Joinable<To, All = Row>,
        S: HasRoom,
        Left: JoinKind<S, R, Scope = To>,
    {
        joined!(self, Lateral::new(self.body.from, subquery))
    }

    /// `cross join lateral (…)`: a subquery for each row so far, which can read its columns. A row for which it finds
    /// nothing is dropped. See [`left_join_lateral`](Self::left_join_lateral).
    pub fn inner_join_lateral<
        V: LateralItem<R, N> + Inferred<N, Is: SuppliedIn<S, I>> + Inferred<S, Is: Lacks<R>>,
        R: Source,
        N,
        I,
        To,
        Row,
    >(
        self,
        subquery: V,
    ) -> UnboxedSelect<To, Row, Body<Lateral<F, Inner, V>, W>, T>
    where
        P: Joinable<To, All = Row>,
        S: HasRoom,
        Inner: JoinKind<S, R, Scope = To>,
    {
        joined!(self, Lateral::new(self.body.from, subquery))
    }
}
