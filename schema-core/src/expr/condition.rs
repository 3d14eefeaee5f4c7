//! Conditions whose shape depends on a value: optional conditions, lists of conditions, boxed conditions.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::binary::precedence;
use super::macros::{condition, expression};
use super::{Expression, InScope, Param};
use crate::scope::{PerRow, RowLevel, SubsetOf};
use crate::sql::{Arguments, DynFragment, Fragment, SqlWriter, Token};
use crate::types::Nullable;

/// A condition for `filter`, `and` and `or`: an expression of type `bool`, an `Option` of one, or a `Vec` of conditions
/// that must all be true.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, name: String }
/// let name: Option<&str> = None;
/// let named = name.map(|name| Patient.name.eq(name));
/// assert_eq!(
///     Patient.select().filter(Patient.id.gt(5).and(named)).to_sql(),
///     r#"select "patients"."id", "patients"."name" from "patients" where "patients"."id" > $1 and true"#
/// );
/// ```
#[diagnostic::on_unimplemented(
    message = "this is not a condition; use a comparison, an `Option` or `Vec` of one, or `sql!(bool, \"…\")`",
    label = "expected an expression of type `bool`"
)]
pub trait Condition {
    /// The condition as an operand of `and`.
    type And;
    /// The condition as an operand of `or`.
    type Or;
    /// Converts the condition into an operand of `and`.
    fn into_and(self) -> Self::And;
    /// Converts the condition into an operand of `or`.
    fn into_or(self) -> Self::Or;
}

/// A condition in the scope `S`. The compiler infers the places `I`.
///
/// Clauses that are computed row by row require that the places are [`RowLevel`], by [`Inferred`](super::Inferred).
pub trait ConditionOn<S, I>: Condition {}

impl<E: Condition<And: InScope<S, I>>, S, I> ConditionOn<S, I> for E {}

/// A condition that may be absent. `NEUTRAL` then takes its place, which does not affect the result.
#[derive(Debug, Clone, Copy)]
pub struct Optional<E, const NEUTRAL: bool> {
    condition: Option<E>,
}

#[diagnostic::do_not_recommend]
impl<E: Condition> Condition for Option<E> {
    type And = Optional<E::And, true>;
    type Or = Optional<E::Or, false>;

    fn into_and(self) -> Self::And {
        Optional {
            condition: self.map(E::into_and),
        }
    }

    fn into_or(self) -> Self::Or {
        Optional {
            condition: self.map(E::into_or),
        }
    }
}

const fn neutral(neutral: bool) -> &'static str {
    if neutral { "true" } else { "false" }
}

impl<E: Fragment, const NEUTRAL: bool> Fragment for Optional<E, NEUTRAL> {
    const TOKENS: &'static [Token] = &[];
    const STATIC: bool = false;

    fn write(&self, sql: &mut SqlWriter) {
        match &self.condition {
            Some(condition) => condition.write(sql),
            None => sql.text(neutral(NEUTRAL)),
        }
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        match &self.condition {
            Some(condition) => condition.bind(arguments),
            None => Ok(()),
        }
    }

    fn absent(&self) -> Option<bool> {
        self.condition.as_ref().map_or(Some(NEUTRAL), E::absent)
    }
}

expression!(impl[E: Expression, const NEUTRAL: bool] Optional<E, NEUTRAL> {
    base: bool,
    kind: E::Kind,
    precedence: E::PRECEDENCE,
});

impl<E: InScope<S, I>, S, I, const NEUTRAL: bool> InScope<S, (I,)> for Optional<E, NEUTRAL> {
    type Null = E::Null;
}

/// A list of conditions. If `AND`, all of them must be true; otherwise, at least one.
#[derive(Debug, Clone)]
pub struct AllOrAny<E, const AND: bool> {
    conditions: Vec<E>,
}

/// True if every condition is true. An empty list is true.
pub type AllOf<E> = AllOrAny<E, true>;

/// True if at least one condition is true. An empty list is false.
pub type AnyOf<E> = AllOrAny<E, false>;

/// Joins conditions by `and`. An empty list matches every row.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, name: String }
/// let names = all_of(["%ana%", "%lee%"].map(|name| Patient.name.ilike(name)));
/// assert_eq!(
///     Patient.select().filter(names).columns(Patient.id).to_sql(),
///     r#"select "patients"."id" from "patients" where ("patients"."name" ilike $1 and "patients"."name" ilike $2)"#
/// );
/// ```
#[hide_bounds]
pub fn all_of<E: Condition>(conditions: impl IntoIterator<Item = E>) -> AllOf<E::And> {
    AllOrAny {
        conditions: conditions.into_iter().map(E::into_and).collect(),
    }
}

/// Joins conditions by `or`. An empty list matches no row.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64,
/// # #[column(unique)] name: String, age: Option<i32> }
/// let names = any_of(["%ana%", "%lee%"].map(|name| Patient.name.ilike(name)));
/// assert_eq!(
///     Patient.select().filter(Patient.age.gt(17).and(names)).columns(Patient.id).to_sql(),
///     r#"select "patients"."id" from "patients" where "patients"."age" > $1 and ("patients"."name" ilike $2 or "patients"."name" ilike $3)"#
/// );
/// ```
#[hide_bounds]
pub fn any_of<E: Condition>(conditions: impl IntoIterator<Item = E>) -> AnyOf<E::Or> {
    AllOrAny {
        conditions: conditions.into_iter().map(E::into_or).collect(),
    }
}

#[diagnostic::do_not_recommend]
impl<E: Condition> Condition for Vec<E> {
    type And = AllOf<E::And>;
    type Or = AllOf<E::And>;

    fn into_and(self) -> Self::And {
        all_of(self)
    }

    fn into_or(self) -> Self::Or {
        all_of(self)
    }
}

impl<E: Expression, const AND: bool> Fragment for AllOrAny<E, AND> {
    const TOKENS: &'static [Token] = &[];
    const STATIC: bool = false;

    fn write(&self, sql: &mut SqlWriter) {
        if self.conditions.is_empty() {
            sql.text(neutral(AND));
            return;
        }
        sql.text("(");
        for (i, condition) in self.conditions.iter().enumerate() {
            if i > 0 {
                sql.text(if AND { " and " } else { " or " });
            }
            let parentheses = E::PRECEDENCE < precedence::NOT;
            if parentheses {
                sql.text("(");
            }
            condition.write(sql);
            if parentheses {
                sql.text(")");
            }
        }
        sql.text(")");
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.conditions
            .iter()
            .try_for_each(|condition| condition.bind(arguments))
    }

    fn absent(&self) -> Option<bool> {
        let mut all_neutral = true;
        for condition in &self.conditions {
            match condition.absent() {
                Some(value) if value != AND => return Some(!AND),
                Some(_) => {}
                None => all_neutral = false,
            }
        }
        all_neutral.then_some(AND)
    }
}

expression!(impl[E: Expression, const AND: bool] AllOrAny<E, AND> {
    base: bool,
    kind: E::Kind,
    precedence: ATOM,
});

impl<E: InScope<S, I>, S, I, const AND: bool> InScope<S, (I,)> for AllOrAny<E, AND> {
    type Null = E::Null;
}

/// A condition over the sources `S`, such as `(Patient,)`, whose own type is erased, from
/// [`boxed`](ConditionMethods::boxed). A `Vec` can contain different conditions, and a function can return one.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64,
/// # #[column(unique)] name: String, age: Option<i32> }
/// let mut conditions: Vec<BoxedCondition<'_, (Patient,)>> = vec![Patient.age.gt(17).boxed()];
/// conditions.push(Patient.name.eq("Ana").boxed());
/// assert_eq!(
///     Patient.select().filter(conditions).columns(Patient.id).to_sql(),
///     r#"select "patients"."id" from "patients" where (("patients"."age" > $1) and ("patients"."name" = $2))"#
/// );
/// ```
pub struct BoxedCondition<'a, S> {
    condition: Arc<dyn DynFragment + 'a>,
    sources: PhantomData<fn() -> S>,
}

impl<'a, S> BoxedCondition<'a, S> {
    /// A condition that reads only the sources `S`.
    pub(crate) fn of(condition: Arc<dyn DynFragment + 'a>) -> Self {
        Self {
            condition,
            sources: PhantomData,
        }
    }
}

impl<S> Clone for BoxedCondition<'_, S> {
    fn clone(&self) -> Self {
        Self {
            condition: Arc::clone(&self.condition),
            sources: PhantomData,
        }
    }
}

impl<S> fmt::Debug for BoxedCondition<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sql = SqlWriter::new();
        self.condition.write_dyn(&mut sql);
        f.write_str(&sql.finish())
    }
}

/// The methods of every condition.
#[hide_bounds]
pub trait ConditionMethods: Condition + Sized {
    /// Erases the condition's type. It can be used in any query that reads the sources `S`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// fn named(name: &str) -> BoxedCondition<'_, (Patient,)> {
    ///     Patient.name.eq(name).boxed()
    /// }
    /// assert_eq!(
    ///     Patient.delete().filter(named("Ana")).to_sql(),
    ///     r#"delete from "patients" where ("patients"."name" = $1)"#
    /// );
    /// ```
    fn boxed<'a, S, I>(self) -> BoxedCondition<'a, S>
    where
        Self::And: InScope<S, I, Kind: RowLevel> + Send + Sync + 'a,
    {
        BoxedCondition::of(Arc::new(self.into_and()))
    }
}

impl<C: Condition> ConditionMethods for C {}

impl<S> Fragment for BoxedCondition<'_, S> {
    const TOKENS: &'static [Token] = &[];
    const STATIC: bool = false;

    fn write(&self, sql: &mut SqlWriter) {
        sql.text("(");
        self.condition.write_dyn(sql);
        sql.text(")");
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.condition.bind_dyn(arguments)
    }

    fn absent(&self) -> Option<bool> {
        self.condition.absent_dyn()
    }
}

expression!(impl[S] BoxedCondition<'_, S> { base: bool, kind: PerRow, precedence: ATOM });

impl<Q, I, S: SubsetOf<Q, I>> InScope<Q, (I,)> for BoxedCondition<'_, S> {
    type Null = Nullable;
}

/// A condition that is a Rust value: `true` matches every row.
#[diagnostic::do_not_recommend]
impl Condition for bool {
    type And = Param<Self, Self>;
    type Or = Param<Self, Self>;

    fn into_and(self) -> Self::And {
        Param::new(self)
    }

    fn into_or(self) -> Self::Or {
        Param::new(self)
    }
}

condition!(impl[E: Expression, const NEUTRAL: bool] Optional<E, NEUTRAL>);

condition!(impl[E: Expression, const AND: bool] AllOrAny<E, AND>);

condition!(impl[S] BoxedCondition<'_, S>);
