//! `having`.
//!
//! <https://www.postgresql.org/docs/current/queries-table-expressions.html#QUERIES-GROUP>

use schema_macros::hide_bounds;

use super::{Body, GroupBy, with_clause};
use crate::expr::{Condition, ConditionOn};
use crate::query::UnboxedSelect;
use crate::sql::{Fragment, fragment};

/// ` having condition`
#[derive(Debug, Clone, Copy)]
pub struct Having<E>(pub(crate) E);

fragment!(impl[E: Fragment] Having<E> { " having ", (0: E) });

#[hide_bounds]
impl<S, P, F, W, G, T> UnboxedSelect<S, P, Body<F, W, GroupBy<G>>, T> {
    /// `having condition`: only the groups for which it is true.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let ages = Patient.select().group_by(Patient.age).having(count().gt(3)).columns(Patient.age);
    /// assert_eq!(
    ///     ages.to_sql(),
    ///     r#"select "patients"."age" from "patients" group by "patients"."age" having count(*) > $1"#
    /// );
    /// ```
    #[expect(clippy::type_complexity, reason = "the query with one clause more")]
    pub fn having<E: Condition<And = X> + ConditionOn<S, I>, I, X>(
        self,
        condition: E,
    ) -> UnboxedSelect<S, P, Body<F, W, GroupBy<G, Having<X>>>, T> {
        with_clause!(self, body.group: GroupBy {
            expressions: self.body.group.expressions,
            having: Having(condition.into_and()),
        })
    }
}
