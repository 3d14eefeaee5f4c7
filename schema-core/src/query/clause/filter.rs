//! `where`.
//!
//! <https://www.postgresql.org/docs/current/queries-table-expressions.html#QUERIES-WHERE>

use schema_macros::hide_bounds;

use super::{Body, with_clause};
use crate::expr::binary::binary;
use crate::expr::{Condition, ConditionOn, Expression, Inferred, Op, operators};
use crate::query::UnboxedSelect;
use crate::scope::{RowLevel, RowScope};
use crate::sql::{Fragment, fragment};

/// ` where condition`
#[derive(Debug, Clone, Copy)]
pub struct Where<E>(pub(crate) E);

fragment!(impl[E: Fragment] Where<E> { " where ", (0: E) } absent |this| this.0.absent());

/// A clause to which a condition can be added.
pub trait And<E> {
    /// The clause with the condition.
    type With;
    /// Adds the condition.
    fn and(self, condition: E) -> Self::With;
}

impl<L: Expression, R: Expression> And<R> for Where<L> {
    type With = Where<Op<operators::And, L, R>>;

    fn and(self, condition: R) -> Self::With {
        Where(binary!(self.0, condition))
    }
}

impl<E> And<E> for () {
    type With = Where<E>;

    fn and(self, condition: E) -> Where<E> {
        Where(condition)
    }
}

#[hide_bounds]
impl<S, P, F, W, G, T> UnboxedSelect<S, P, Body<F, W, G>, T> {
    /// `where condition`. Further calls add further conditions with `and`.
    ///
    /// The condition is an expression of type `bool`, or `Option` or `Vec` of one.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let query = Patient.select().filter(Patient.age.gt(17)).filter(Patient.name.ne("Ana")).columns(Patient.id);
    /// assert_eq!(
    ///     query.to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."age" > $1 and "patients"."name" <> $2"#
    /// );
    /// ```
    pub fn filter<
        E: Condition<And = X> + ConditionOn<S::Rows, I> + Inferred<I, Is: RowLevel>,
        I,
        X,
        With,
    >(
        self,
        condition: E,
    ) -> UnboxedSelect<S, P, Body<F, With, G>, T>
    where
        S: RowScope,
        W: And<X, With = With>,
    {
        with_clause!(self, body.filter: self.body.filter.and(condition.into_and()))
    }
}
