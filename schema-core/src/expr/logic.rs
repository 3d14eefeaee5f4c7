//! `and`, `or`, `not`.
//!
//! <https://www.postgresql.org/docs/current/functions-logical.html>

use super::binary::{binary, operator, precedence};
use super::{Binary, Condition, Expression, Unary, UnaryOperator};
use crate::types::{Nullability, SqlType};
use schema_macros::hide_bounds;

operator! {
    /// `and`
    And " and " AND => true;
    /// `or`
    Or " or " OR => true;
}

/// `not`
#[derive(Debug, Clone, Copy)]
pub struct Not;

impl UnaryOperator for Not {
    type Null<N: Nullability> = N;
    const BEFORE: &'static str = "not ";
    const BEHIND: &'static str = "";
    const PRECEDENCE: u8 = precedence::NOT;
}

/// The type of a condition: `bool`.
#[diagnostic::on_unimplemented(
    message = "a condition is a `bool`, and this is a `{Self}`",
    label = "not a condition",
    note = "compare it with something: `.eq(…)`, `.gt(…)`, `.is_not_null()`"
)]
pub trait Boolean: SqlType {}

#[diagnostic::do_not_recommend]
impl Boolean for bool {}

/// What conditions can do.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
/// let adult = Patient.age.ge(18).or(Patient.age.is_null());
/// let query = Patient.select().filter(Patient.name.eq("Ana").and(adult.not())).columns(Patient.id);
/// assert_eq!(
///     query.to_sql(),
///     r#"select "patients"."id" from "patients" where "patients"."name" = $1 and not ("patients"."age" >= $2 or "patients"."age" is null)"#
/// );
/// ```
#[hide_bounds]
pub trait BoolMethods: Expression {
    /// Both conditions. One that is absent (`None`) does not count.
    fn and<R: Condition<And = X>, X>(self, other: R) -> Binary<And, Self, X>
    where
        Self::Base: Boolean,
    {
        binary!(self, other.into_and())
    }

    /// One of the conditions, or both. One that is absent (`None`) does not count.
    fn or<R: Condition<Or = X>, X>(self, other: R) -> Binary<Or, Self, X>
    where
        Self::Base: Boolean,
    {
        binary!(self, other.into_or())
    }

    /// Not the condition.
    fn not(self) -> Unary<Not, Self>
    where
        Self::Base: Boolean,
    {
        Unary::new(self)
    }
}

impl<E: Expression> BoolMethods for E {}

#[hide_bounds]
impl<O, L, R> Binary<O, L, R> {
    /// Both conditions. One that is absent (`None`) does not count.
    pub fn and<C: Condition<And = X>, X>(self, other: C) -> Binary<And, Self, X> {
        binary!(self, other.into_and())
    }

    /// One of the conditions, or both. One that is absent (`None`) does not count.
    pub fn or<C: Condition<Or = X>, X>(self, other: C) -> Binary<Or, Self, X> {
        binary!(self, other.into_or())
    }
}
