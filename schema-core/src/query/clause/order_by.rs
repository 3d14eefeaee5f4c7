//! `order by`.
//!
//! <https://www.postgresql.org/docs/current/queries-order.html>

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::{Tail, with_clause};
use crate::expr::{Inferred, OrderedBy, OrderingList, Then};
use crate::query::UnboxedSelect;
use crate::query::select::ProjectedKind;
use crate::scope::{Constant, Kind, OrderedIn};
use crate::sql::{Arguments, Fragment, ORDER_BY, SqlWriter, Token};

/// ` order by ordering`
#[derive(Debug, Clone, Copy)]
pub struct OrderBy<O>(pub(crate) O);

// Not declared by `fragment!`: an empty list of orderings has no `order by`.
impl<O: OrderingList> Fragment for OrderBy<O> {
    const TOKENS: &'static [Token] = &[Token::Text(ORDER_BY), Token::Sub(O::TOKENS)];
    const STATIC: bool = O::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        self.0.write_list(sql, &mut { ORDER_BY });
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        arguments.note_ordered();
        self.0.bind(arguments)
    }
}

/// The kind of a tail's orderings.
pub trait OrderKind {
    /// The kind; [`Constant`] if there are none.
    type Kind: Kind;
}

impl<L, K> OrderKind for Tail<(), L, K> {
    type Kind = Constant;
}

impl<O: OrderingList, L, K> OrderKind for Tail<OrderBy<O>, L, K> {
    type Kind = O::Kind;
}

/// An `order by` to which an ordering can be added.
pub trait ThenBy<E> {
    /// The clause with the ordering.
    type With;
    /// Adds the ordering.
    fn then_by(self, ordering: E) -> Self::With;
}

impl<E> ThenBy<E> for () {
    type With = OrderBy<E>;

    fn then_by(self, ordering: E) -> Self::With {
        OrderBy(ordering)
    }
}

impl<A, E> ThenBy<E> for OrderBy<A> {
    type With = OrderBy<Then<A, E>>;

    fn then_by(self, ordering: E) -> Self::With {
        OrderBy(Then(self.0, ordering))
    }
}

#[hide_bounds]
impl<S, P, B, O, L, Lock> UnboxedSelect<S, P, B, Tail<O, L, Lock>> {
    /// `order by …`: a column, an ordering, a tuple, or a `Vec` chosen at run time. Further calls add further orderings.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let query = Patient.select().columns(Patient.id);
    /// let by_age = query.order_by((Patient.age.desc().nulls_last(), Patient.id.asc()));
    /// assert_eq!(
    ///     by_age.to_sql(),
    ///     r#"select "patients"."id" from "patients" order by "patients"."age" desc nulls last, "patients"."id""#
    /// );
    /// let chosen: Vec<BoxedOrdering<'_, (Patient,)>> = Vec::new();
    /// assert_eq!(
    ///     query.order_by((chosen, Patient.id.asc())).to_sql(),
    ///     r#"select "patients"."id" from "patients" order by "patients"."id""#
    /// );
    /// ```
    pub fn order_by<
        E: OrderingList<List = X, Kind = K>
            + OrderedBy<S, I, K>
            + Inferred<K, Is: OrderedIn<S, P::Kind>>,
        I,
        K,
        X,
        With,
    >(
        self,
        ordering: E,
    ) -> UnboxedSelect<S, P, B, Tail<With, L, Lock>>
    where
        O: ThenBy<X, With = With>,
        P: ProjectedKind,
    {
        with_clause!(self, tail.order: self.tail.order.then_by(ordering.into_list()))
    }
}
