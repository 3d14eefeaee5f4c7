//! The methods that combine queries.

use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{Combined, Every, IntoOutputOrdering, OutputOrdering, SetOperand, UnitedWith};
use crate::exec::Statement;
use crate::expr::Inferred;
use crate::query::clause::{NoLimit, NoOffset, Offset, RowCount, Tail};
use crate::row::{Except, Intersect, Union};

macro_rules! combined {
    ($left:expr, $right:expr) => {
        Combined {
            left: $left,
            right: $right,
            tail: Tail::NEW,
            marker: PhantomData,
        }
    };
}

/// `union`, `intersect` and `except` of two queries with the same types of columns.
///
/// A column of the result can be NULL if it can be NULL in one of the queries. `order_by`, `limit` and `offset` after an
/// operator apply to the result; before it, to one of the queries, which is then in parentheses.
#[hide_bounds]
pub trait SetMethods: Statement {
    /// `union`: the rows of both queries, without duplicates.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// # #[table(name = "doctors")]
    /// # struct Doctor { #[column(primary_key)] id: i64, name: String }
    /// let names = Patient.select().columns(Patient.name).union(Doctor.select().columns(Doctor.name));
    /// assert_eq!(
    ///     names.to_sql(),
    ///     r#"select "patients"."name" from "patients" union select "doctors"."name" from "doctors""#
    /// );
    /// ```
    fn union<
        Q: SetOperand<Decoder = E, Query = Y> + Inferred<E, Is: UnitedWith<D, Union, X>>,
        D,
        E,
        X,
        Y,
    >(
        self,
        other: Q,
    ) -> Combined<Union, Self, Y, X>
    where
        Self: SetOperand<Decoder = D>,
    {
        combined!(self, other.into_query())
    }

    /// `union all`: the rows of both queries.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// # #[table(name = "doctors")]
    /// # struct Doctor { #[column(primary_key)] id: i64, name: String }
    /// let names = Patient.select().columns(Patient.name).union_all(Doctor.select().columns(Doctor.name));
    /// assert_eq!(
    ///     names.to_sql(),
    ///     r#"select "patients"."name" from "patients" union all select "doctors"."name" from "doctors""#
    /// );
    /// ```
    fn union_all<
        Q: SetOperand<Decoder = E, Query = Y> + Inferred<E, Is: UnitedWith<D, Union, X>>,
        D,
        E,
        X,
        Y,
    >(
        self,
        other: Q,
    ) -> Combined<Every<Union>, Self, Y, X>
    where
        Self: SetOperand<Decoder = D>,
    {
        combined!(self, other.into_query())
    }

    /// `intersect`: the rows that both queries return, without duplicates. A column is nullable only if it is in both.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// # #[table(name = "doctors")]
    /// # struct Doctor { #[column(primary_key)] id: i64, name: String }
    /// let names = Patient.select().columns(Patient.name).intersect(Doctor.select().columns(Doctor.name));
    /// assert_eq!(
    ///     names.to_sql(),
    ///     r#"select "patients"."name" from "patients" intersect select "doctors"."name" from "doctors""#
    /// );
    /// ```
    fn intersect<
        Q: SetOperand<Decoder = E, Query = Y> + Inferred<E, Is: UnitedWith<D, Intersect, X>>,
        D,
        E,
        X,
        Y,
    >(
        self,
        other: Q,
    ) -> Combined<Intersect, Self, Y, X>
    where
        Self: SetOperand<Decoder = D>,
    {
        combined!(self, other.into_query())
    }

    /// `intersect all`: the rows that both queries return. A row that one returns `m` times and the other `n` times is
    /// returned the smaller number of times.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// # #[table(name = "doctors")]
    /// # struct Doctor { #[column(primary_key)] id: i64, name: String }
    /// let names = Patient.select().columns(Patient.name).intersect_all(Doctor.select().columns(Doctor.name));
    /// assert_eq!(
    ///     names.to_sql(),
    ///     r#"select "patients"."name" from "patients" intersect all select "doctors"."name" from "doctors""#
    /// );
    /// ```
    fn intersect_all<
        Q: SetOperand<Decoder = E, Query = Y> + Inferred<E, Is: UnitedWith<D, Intersect, X>>,
        D,
        E,
        X,
        Y,
    >(
        self,
        other: Q,
    ) -> Combined<Every<Intersect>, Self, Y, X>
    where
        Self: SetOperand<Decoder = D>,
    {
        combined!(self, other.into_query())
    }

    /// `except`: the rows of this query that the other does not return, without duplicates.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// # #[table(name = "doctors")]
    /// # struct Doctor { #[column(primary_key)] id: i64, name: String }
    /// let names = Patient.select().columns(Patient.name).except(Doctor.select().columns(Doctor.name));
    /// assert_eq!(
    ///     names.to_sql(),
    ///     r#"select "patients"."name" from "patients" except select "doctors"."name" from "doctors""#
    /// );
    /// ```
    fn except<
        Q: SetOperand<Decoder = E, Query = Y> + Inferred<E, Is: UnitedWith<D, Except, X>>,
        D,
        E,
        X,
        Y,
    >(
        self,
        other: Q,
    ) -> Combined<Except, Self, Y, X>
    where
        Self: SetOperand<Decoder = D>,
    {
        combined!(self, other.into_query())
    }

    /// `except all`: the rows of this query without those of the other. A row that this query returns `m` times and the
    /// other `n` times is returned `m - n` times.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// # #[table(name = "doctors")]
    /// # struct Doctor { #[column(primary_key)] id: i64, name: String }
    /// let names = Patient.select().columns(Patient.name).except_all(Doctor.select().columns(Doctor.name));
    /// assert_eq!(
    ///     names.to_sql(),
    ///     r#"select "patients"."name" from "patients" except all select "doctors"."name" from "doctors""#
    /// );
    /// ```
    fn except_all<
        Q: SetOperand<Decoder = E, Query = Y> + Inferred<E, Is: UnitedWith<D, Except, X>>,
        D,
        E,
        X,
        Y,
    >(
        self,
        other: Q,
    ) -> Combined<Every<Except>, Self, Y, X>
    where
        Self: SetOperand<Decoder = D>,
    {
        combined!(self, other.into_query())
    }
}

impl<Q: Statement> SetMethods for Q {}

#[hide_bounds]
impl<K, A, B, D, L> Combined<K, A, B, D, Tail<(), L>> {
    /// `order by …`: a column of the result, in ascending order or with its direction, or a tuple of them. A result whose
    /// rows are a struct is ordered by the columns of its constant, any other by the number of a column:
    /// [`output`](super::output).
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, age: i32 }
    /// let young = Patient.select().filter(Patient.age.lt(18));
    /// let old = Patient.select().filter(Patient.age.gt(80));
    /// assert_eq!(
    ///     young.union(old).order_by((Patient.age.desc(), Patient.id)).to_sql(),
    ///     concat!(
    ///         r#"select "patients"."id", "patients"."age" from "patients" where "patients"."age" < $1 union "#,
    ///         r#"select "patients"."id", "patients"."age" from "patients" where "patients"."age" > $2 "#,
    ///         r#"order by 2 desc, 1"#,
    ///     )
    /// );
    /// ```
    pub fn order_by<E: IntoOutputOrdering<D, X>, X>(
        self,
        ordering: E,
    ) -> Combined<K, A, B, D, Tail<OutputOrdering<X>, L>> {
        Combined {
            left: self.left,
            right: self.right,
            tail: Tail {
                order: OutputOrdering(ordering.into_output()),
                limit: self.tail.limit,
                lock: (),
            },
            marker: PhantomData,
        }
    }
}

#[hide_bounds]
impl<K, A, B, D, O, L> Combined<K, A, B, D, Tail<O, L>> {
    /// `limit rows`. `None` is no limit.
    pub fn limit<N: RowCount, M>(self, rows: N) -> Combined<K, A, B, D, Tail<O, M>>
    where
        L: NoLimit<M>,
    {
        Combined {
            left: self.left,
            right: self.right,
            tail: Tail {
                order: self.tail.order,
                limit: self.tail.limit.with_limit(rows.rows()),
                lock: (),
            },
            marker: PhantomData,
        }
    }

    /// `offset rows`: skips the first rows.
    pub fn offset<N: RowCount>(self, rows: N) -> Combined<K, A, B, D, Tail<O, Offset<L>>>
    where
        L: NoOffset,
    {
        Combined {
            left: self.left,
            right: self.right,
            tail: Tail {
                order: self.tail.order,
                limit: self.tail.limit.with_offset(rows.rows()),
                lock: (),
            },
            marker: PhantomData,
        }
    }
}
