//! `where`.
//!
//! <https://www.postgresql.org/docs/current/queries-table-expressions.html#QUERIES-WHERE>

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::{Body, and_condition, with_clause};
use crate::expr::binary::precedence;
use crate::expr::{Condition, ConditionOn, Expression, Inferred};
use crate::query::UnboxedSelect;
use crate::scope::{RowLevel, RowScope};
use crate::sql::{Arguments, Fragment, SqlWriter, Token};

/// ` where condition`
#[derive(Debug, Clone, Copy)]
pub struct Where<E>(pub(crate) E);

impl<E: Expression> Where<E> {
    const OR: bool = E::PRECEDENCE < precedence::AND;
}

// Not declared by `fragment!`: a `select` may add a condition before this one.
impl<E: Expression> Fragment for Where<E> {
    const TOKENS: &'static [Token] = &[
        Token::Text(" where "),
        Token::ConditionStart(Self::OR),
        Token::Sub(E::TOKENS),
        Token::ConditionEnd,
    ];
    const STATIC: bool = E::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.text(" where ");
        sql.condition_start(Self::OR);
        self.0.write(sql);
        sql.condition_end();
    }

    #[inline]
    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.0.bind(arguments)
    }

    fn absent(&self) -> Option<bool> {
        self.0.absent()
    }
}

and_condition!(AndWhere Where);

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
        W: AndWhere<X, With = With>,
    {
        with_clause!(self, body.filter: self.body.filter.and(condition.into_and()))
    }
}
