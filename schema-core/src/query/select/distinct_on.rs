//! `distinct on`: the first row of each group of rows.
//!
//! <https://www.postgresql.org/docs/current/sql-select.html#SQL-DISTINCT>

use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::projection::Projection;
use super::{FullRows, NotDistinctYet, ProjectedKind, SelectsAll, UnboxedSelect};
use crate::expr::{Direction, Expression, Inferred, OrderedBy, OrderingList, Repeatable, Sorted};
use crate::query::clause::{OrderBy, Tail};
use crate::query::select::{ExistsList, InAnyScope};
use crate::scope::OrderedIn;
use crate::sql::{Fragment, fragment};
use crate::tuples::for_each_tuple;

/// `distinct on (keys)` before the columns `P`.
#[derive(Debug, Clone, Copy)]
pub struct DistinctOn<E, P> {
    keys: E,
    columns: P,
}

fragment!(impl[E: Fragment, P: Fragment] DistinctOn<E, P> {
    "distinct on (", (keys: E), ") ", (columns: P),
});

#[diagnostic::do_not_recommend]
impl<E: Fragment, P: Projection> Projection for DistinctOn<E, P> {
    type Decoder = P::Decoder;
    type Kind = P::Kind;
    const COMBINES_ROWS: bool = true;
}

impl<E, P: ProjectedKind> ProjectedKind for DistinctOn<E, P> {
    type Kind = P::Kind;
}

impl<E: Fragment, P: Fragment> ExistsList for DistinctOn<E, P> {
    type List = Self;

    fn into_list(self) -> Self {
        self
    }
}

impl<E, P: InAnyScope> InAnyScope for DistinctOn<E, P> {
    type In<S> = DistinctOn<E, P::In<S>>;

    fn in_scope<S>(self) -> Self::In<S> {
        DistinctOn {
            keys: self.keys,
            columns: self.columns.in_scope(),
        }
    }
}

/// The keys of a `distinct on`: an expression, or one with its direction, or a tuple of them. `Keys` are the expressions
/// alone.
#[diagnostic::on_unimplemented(
    message = "this cannot be a key of `distinct_on`",
    label = "expected columns or expressions of this query",
    note = "a value in the expression must be a shared parameter: `let limit = param!(18);`"
)]
pub trait DistinctKeys<Keys> {
    /// Returns the expressions.
    fn keys(&self) -> Keys;
}

#[diagnostic::do_not_recommend]
impl<E: Expression + Repeatable + Clone> DistinctKeys<E> for E {
    fn keys(&self) -> E {
        self.clone()
    }
}

#[diagnostic::do_not_recommend]
impl<E: Expression + Repeatable + Clone, D: Direction> DistinctKeys<E> for Sorted<E, D> {
    fn keys(&self) -> E {
        self.expression().clone()
    }
}

macro_rules! tuple {
    ($($name:ident $index:tt $key:ident $other:ident),+) => {
        #[diagnostic::do_not_recommend]
        impl<$($name: DistinctKeys<$key>, $key),+> DistinctKeys<($($key,)+)> for ($($name,)+) {
            fn keys(&self) -> ($($key,)+) {
                ($(self.$index.keys(),)+)
            }
        }
    };
}

for_each_tuple!(tuple);

/// Clauses before a `distinct on`, which begins the `order by`.
#[diagnostic::on_unimplemented(
    message = "`distinct_on` comes before `order_by`; its keys are the first of the order",
    label = "the query is ordered already"
)]
pub trait Unordered<P> {}

#[diagnostic::do_not_recommend]
impl<P> Unordered<P> for () {}
// A second `distinct_on` is an error already.
#[diagnostic::do_not_recommend]
impl<K, P, X> Unordered<DistinctOn<K, P>> for OrderBy<X> {}

#[diagnostic::do_not_recommend]
impl<S, X, E> SelectsAll<E, DistinctOn<X, E>> for DistinctOn<X, FullRows<S>> {
    fn only(self, columns: E) -> DistinctOn<X, E> {
        DistinctOn {
            keys: self.keys,
            columns,
        }
    }
}

#[hide_bounds]
impl<S, P, B, O, L, Lock> UnboxedSelect<S, P, B, Tail<O, L, Lock>> {
    /// `select distinct on (keys)`: of the rows with equal keys, only the first one. Postgres requires that the keys are
    /// the first of the `order by`, so they are written there as well; the `order_by` that follows decides which row is the
    /// first.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, patient_id: i64, price: i32 }
    /// let dearest = Order
    ///     .select()
    ///     .distinct_on(Order.patient_id)
    ///     .order_by(Order.price.desc())
    ///     .columns((Order.patient_id, Order.id));
    /// assert_eq!(
    ///     dearest.to_sql(),
    ///     concat!(
    ///         r#"select distinct on ("orders"."patient_id") "orders"."patient_id", "orders"."id" from "orders" "#,
    ///         r#"order by "orders"."patient_id", "orders"."price" desc"#,
    ///     )
    /// );
    /// ```
    #[expect(clippy::type_complexity, reason = "the query with two clauses more")]
    pub fn distinct_on<
        E: OrderingList<List = X, Kind = K>
            + OrderedBy<S, I, K>
            + Inferred<K, Is: OrderedIn<S, P::Kind>>
            + DistinctKeys<Keys>,
        I,
        K,
        X,
        Keys,
    >(
        self,
        keys: E,
    ) -> UnboxedSelect<S, DistinctOn<Keys, P>, B, Tail<OrderBy<X>, L, Lock>>
    where
        P: NotDistinctYet + ProjectedKind,
        O: Unordered<P>,
    {
        UnboxedSelect {
            projection: DistinctOn {
                keys: keys.keys(),
                columns: self.projection,
            },
            body: self.body,
            tail: Tail {
                order: OrderBy(keys.into_list()),
                limit: self.tail.limit,
                lock: self.tail.lock,
            },
            scope: PhantomData,
        }
    }
}
