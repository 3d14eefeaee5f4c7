//! `having`.
//!
//! <https://www.postgresql.org/docs/current/queries-table-expressions.html#QUERIES-GROUP>

use schema_macros::hide_bounds;

use super::{Body, GroupBy, and_condition, with_clause};
use crate::expr::{Condition, ConditionOn, Inferred};
use crate::query::UnboxedSelect;
use crate::scope::GroupLevel;
use crate::sql::{Fragment, fragment};

/// ` having condition`
#[derive(Debug, Clone, Copy)]
pub struct Having<E>(pub(crate) E);

fragment!(impl[E: Fragment] Having<E> { " having ", (0: E) });

and_condition!(AndHaving Having);

#[hide_bounds]
impl<S, P, F, W, G, H, T> UnboxedSelect<S, P, Body<F, W, GroupBy<G, H>>, T> {
    /// `having condition`: only the groups for which it is true. Further calls add further conditions with `and`.
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
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String, age: i32 }
    /// let names = Patient.select().group_by(Patient.name).having(count().gt(3)).having(min(Patient.age).ge(18));
    /// assert_eq!(
    ///     names.columns(Patient.name).to_sql(),
    ///     concat!(
    ///         r#"select "patients"."name" from "patients" group by "patients"."name" "#,
    ///         r#"having count(*) > $1 and min("patients"."age") >= $2"#,
    ///     )
    /// );
    /// ```
    #[expect(clippy::type_complexity, reason = "the query with one clause more")]
    pub fn having<
        E: Condition<And = X> + ConditionOn<S, I> + Inferred<I, Is: GroupLevel>,
        I,
        X,
        With,
    >(
        self,
        condition: E,
    ) -> UnboxedSelect<S, P, Body<F, W, GroupBy<G, With>>, T>
    where
        H: AndHaving<X, With = With>,
    {
        with_clause!(self, body.group: GroupBy {
            expressions: self.body.group.expressions,
            having: self.body.group.having.and(condition.into_and()),
        })
    }
}
