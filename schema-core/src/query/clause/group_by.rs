//! `group by`.
//!
//! <https://www.postgresql.org/docs/current/queries-table-expressions.html#QUERIES-GROUP>

use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::Body;
use crate::expr::{Grouping, Inferred, IntoGroup, Repeatable};
use crate::query::{FullRows, UnboxedSelect};
use crate::scope::Grouped;
use crate::sql::{Fragment, fragment};

/// ` group by "status" having condition`
#[derive(Debug, Clone, Copy)]
pub struct GroupBy<G, H = ()> {
    pub(crate) expressions: G,
    pub(crate) having: H,
}

fragment!(impl[G: Fragment, H: Fragment] GroupBy<G, H> {
    " group by ", (expressions: G), (having: H),
});

#[hide_bounds]
impl<S, F, W, T> UnboxedSelect<S, FullRows<S>, Body<F, W>, T> {
    /// `group by …`: a column, an expression, or a tuple of them. The clauses after it can read what is grouped, and
    /// aggregates of everything else.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let ages = Patient.select().group_by(Patient.age).columns((Patient.age, count()));
    /// assert_eq!(
    ///     ages.to_sql(),
    ///     r#"select "patients"."age", count(*) from "patients" group by "patients"."age""#
    /// );
    /// ```
    ///
    /// If the primary key of a table is grouped, all its columns can be read, and the whole row:
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, #[column(references = Patient.id)] patient_id: i64 }
    /// let orders = Order
    ///     .select()
    ///     .inner_join_on(Order.patient_id)
    ///     .group_by(Patient.id)
    ///     .columns((Patient.all(), count()));
    /// assert_eq!(
    ///     orders.to_sql(),
    ///     r#"select "patients"."id", "patients"."name", count(*) from "orders" join "patients" on "orders"."patient_id" = "patients"."id" group by "patients"."id""#
    /// );
    /// ```
    ///
    /// An expression other than a column is read by [`grouped`](crate::expr::grouped).
    #[expect(clippy::type_complexity, reason = "the query with one clause more")]
    pub fn group_by<
        E: Grouping<S, I> + IntoGroup<Group = X> + Inferred<X, Is: Repeatable>,
        I,
        X,
    >(
        self,
        expressions: E,
    ) -> UnboxedSelect<Grouped<S, X>, FullRows<Grouped<S, X>>, Body<F, W, GroupBy<X>>, T> {
        UnboxedSelect {
            projection: FullRows(PhantomData),
            body: Body {
                from: self.body.from,
                filter: self.body.filter,
                group: GroupBy {
                    expressions: expressions.into_group(),
                    having: (),
                },
            },
            tail: self.tail,
            scope: PhantomData,
        }
    }
}
