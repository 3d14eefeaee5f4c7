//! `and`, `or`, `not`.
//!
//! <https://www.postgresql.org/docs/current/functions-logical.html>

use super::binary::{binary, operator, precedence};
use super::{Condition, Op, Unary, UnaryOperator};
use crate::expr::Expression;
use crate::types::{NeverNull, Nullability, SqlType};
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
    const AFTER: &'static str = "";
    const PRECEDENCE: u8 = precedence::NOT;
}

macro_rules! truth_tests {
    ($($name:ident $text:literal;)*) => {$(
        #[doc = concat!("`", $text, "`")]
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl UnaryOperator for $name {
            type Null<N: Nullability> = NeverNull;
            const BEFORE: &'static str = "";
            const AFTER: &'static str = $text;
            const PRECEDENCE: u8 = precedence::IS;
        }
    )*};
}

truth_tests! {
    IsTrue " is true";
    IsNotTrue " is not true";
    IsFalse " is false";
    IsNotFalse " is not false";
    IsUnknown " is unknown";
    IsNotUnknown " is not unknown";
}

/// The type of a condition: `bool`.
#[diagnostic::on_unimplemented(
    message = "a condition is a `bool`, and this has type `{Self}`; compare it: `.eq(…)`, `.gt(…)`, `.is_not_null()`",
    label = "not a condition"
)]
pub trait Boolean: SqlType {}

#[diagnostic::do_not_recommend]
impl Boolean for bool {}

/// The operators of conditions.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64,
/// # #[column(unique)] name: String, age: Option<i32> }
/// let adult = Patient.age.ge(18).or(Patient.age.is_null());
/// let query = Patient.select().filter(Patient.id.gt(7).and(adult.not())).columns(Patient.id);
/// assert_eq!(
///     query.to_sql(),
///     r#"select "patients"."id" from "patients" where "patients"."id" > $1 and not ("patients"."age" >= $2 or "patients"."age" is null)"#
/// );
/// ```
#[expect(
    clippy::wrong_self_convention,
    reason = "`is_true` and its siblings build an expression, as `eq` does"
)]
#[hide_bounds]
pub trait BoolMethods: Expression {
    /// `self and other`. If `other` is absent (`None`), the result is `self and true`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.age.is_null().and(Patient.id.gt(7))).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."age" is null and "patients"."id" > $1"#
    /// );
    /// ```
    fn and<R: Condition<And = X>, X>(self, other: R) -> Op<And, Self, X>
    where
        Self::Base: Boolean,
    {
        binary!(self, other.into_and())
    }

    /// `self or other`. If `other` is absent (`None`), the result is `self or false`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.age.is_null().or(Patient.id.gt(7))).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."age" is null or "patients"."id" > $1"#
    /// );
    /// ```
    fn or<R: Condition<Or = X>, X>(self, other: R) -> Op<Or, Self, X>
    where
        Self::Base: Boolean,
    {
        binary!(self, other.into_or())
    }

    /// `not self`
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.name.like("An%").not()).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where not "patients"."name" like $1"#
    /// );
    /// ```
    fn not(self) -> Unary<Not, Self>
    where
        Self::Base: Boolean,
    {
        Unary::new(self)
    }

    /// `self is true`: false for NULL.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, insured: Option<bool> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.insured.is_true()).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."insured" is true"#
    /// );
    /// ```
    fn is_true(self) -> Unary<IsTrue, Self>
    where
        Self::Base: Boolean,
    {
        Unary::new(self)
    }

    /// `self is not true`: true for false and for NULL.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, insured: Option<bool> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.insured.is_not_true()).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."insured" is not true"#
    /// );
    /// ```
    fn is_not_true(self) -> Unary<IsNotTrue, Self>
    where
        Self::Base: Boolean,
    {
        Unary::new(self)
    }

    /// `self is false`: false for NULL.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, insured: Option<bool> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.insured.is_false()).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."insured" is false"#
    /// );
    /// ```
    fn is_false(self) -> Unary<IsFalse, Self>
    where
        Self::Base: Boolean,
    {
        Unary::new(self)
    }

    /// `self is not false`: true for true and for NULL.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, insured: Option<bool> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.insured.is_not_false()).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."insured" is not false"#
    /// );
    /// ```
    fn is_not_false(self) -> Unary<IsNotFalse, Self>
    where
        Self::Base: Boolean,
    {
        Unary::new(self)
    }

    /// `self is unknown`: true for NULL.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, insured: Option<bool> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.insured.is_unknown()).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."insured" is unknown"#
    /// );
    /// ```
    fn is_unknown(self) -> Unary<IsUnknown, Self>
    where
        Self::Base: Boolean,
    {
        Unary::new(self)
    }

    /// `self is not unknown`: false for NULL.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, insured: Option<bool> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.insured.is_not_unknown()).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."insured" is not unknown"#
    /// );
    /// ```
    fn is_not_unknown(self) -> Unary<IsNotUnknown, Self>
    where
        Self::Base: Boolean,
    {
        Unary::new(self)
    }
}

impl<E: Expression> BoolMethods for E {}

#[hide_bounds]
impl<O, L, R> Op<O, L, R> {
    /// `self and other`. If `other` is absent (`None`), the result is `self and true`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.id.gt(7).and(Patient.age.lt(18))).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."id" > $1 and "patients"."age" < $2"#
    /// );
    /// ```
    pub fn and<C: Condition<And = X>, X>(self, other: C) -> Op<And, Self, X> {
        binary!(self, other.into_and())
    }

    /// `self or other`. If `other` is absent (`None`), the result is `self or false`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.id.gt(7).or(Patient.age.lt(18))).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."id" > $1 or "patients"."age" < $2"#
    /// );
    /// ```
    pub fn or<C: Condition<Or = X>, X>(self, other: C) -> Op<Or, Self, X> {
        binary!(self, other.into_or())
    }
}
