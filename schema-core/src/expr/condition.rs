//! Conditions that a value decides: optional ones, lists of them, boxed ones.

use schema_macros::hide_bounds;
use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use super::declare::{condition, expression};
use super::{Expression, InScope, PerRow, RowLevel, Tables};
use crate::sql::{Arguments, DynFragment, Fragment, SqlWriter, Token};
use crate::types::Nullable;

/// What `filter`, `and` and `or` take: an expression of type `bool`; `Option` of one; a `Vec` of them, all of which
/// must hold.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, name: String }
/// let name: Option<&str> = None;
/// let query = Patient.select().filter(Patient.id.gt(5).and(name.map(|name| Patient.name.eq(name))));
/// assert_eq!(
///     query.to_sql(),
///     r#"select "patients"."id", "patients"."name" from "patients" where "patients"."id" > $1 and true"#
/// );
/// ```
#[diagnostic::on_unimplemented(
    message = "a condition is an expression of type `bool`",
    label = "`{Self}` is not a condition",
    note = "take a comparison, `Option` or `Vec` of one, or SQL by `sql!(bool, \"…\")`"
)]
pub trait Condition {
    /// The condition among others that all must hold.
    type And;
    /// The condition among others of which one must hold.
    type Or;
    /// The condition among others that all must hold.
    fn into_and(self) -> Self::And;
    /// The condition among others of which one must hold.
    fn into_or(self) -> Self::Or;
}

/// A condition on the rows of the tables `S`. `I` is where its tables are; the compiler finds it.
pub trait ConditionOn<S, I>: Condition {}

impl<E, S, I> ConditionOn<S, I> for E
where
    E: Condition,
    E::And: InScope<S, I>,
    I: RowLevel,
{
}

/// A condition on the groups of the scope `S`. `I` is where its tables are; the compiler finds it.
pub trait GroupCondition<S, I>: Condition {}

impl<E: Condition<And: InScope<S, I>>, S, I> GroupCondition<S, I> for E {}

/// A condition that may be absent; `NEUTRAL` stands in its place then, and changes nothing.
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
}

expression!(impl[E: Expression, const NEUTRAL: bool] Optional<E, NEUTRAL> {
    base: bool,
    kind: E::Kind,
    precedence: E::PRECEDENCE,
});

impl<E: InScope<S, I>, S, I, const NEUTRAL: bool> InScope<S, (I,)> for Optional<E, NEUTRAL> {
    type Null = E::Null;
}

/// Conditions that all must hold, `AND`, or of which one must, `OR`.
#[derive(Debug, Clone)]
pub struct Several<E, const AND: bool> {
    conditions: Vec<E>,
}

/// Conditions that all must hold; none at all hold too.
pub type AllOf<E> = Several<E, true>;

/// Conditions of which one must hold; of none at all none does.
pub type AnyOf<E> = Several<E, false>;

/// All of the conditions; where there are none, every row.
#[hide_bounds]
pub fn all_of<E: Condition>(conditions: impl IntoIterator<Item = E>) -> AllOf<E::And> {
    Several {
        conditions: conditions.into_iter().map(E::into_and).collect(),
    }
}

/// One of the conditions at least; where there are none, no row.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
/// let names = any_of(["%ana%", "%lee%"].map(|name| Patient.name.ilike(name)));
/// assert_eq!(
///     Patient.select().filter(Patient.age.gt(17).and(names)).columns(Patient.id).to_sql(),
///     r#"select "patients"."id" from "patients" where "patients"."age" > $1 and ("patients"."name" ilike $2 or "patients"."name" ilike $3)"#
/// );
/// ```
#[hide_bounds]
pub fn any_of<E: Condition>(conditions: impl IntoIterator<Item = E>) -> AnyOf<E::Or> {
    Several {
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

impl<E: Expression, const AND: bool> Fragment for Several<E, AND> {
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
            let parentheses = E::PRECEDENCE < super::binary::precedence::NOT;
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
}

expression!(impl[E: Expression, const AND: bool] Several<E, AND> {
    base: bool,
    kind: E::Kind,
    precedence: ATOM,
});

impl<E: InScope<S, I>, S, I, const AND: bool> InScope<S, (I,)> for Several<E, AND> {
    type Null = E::Null;
}

/// A condition on the tables `S`, such as `(Patient,)`, with none of its history in its type: what a `Vec` of
/// different conditions holds, and a function returns. Made by [`boxed`](ConditionMethods::boxed).
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
/// let mut conditions: Vec<BoxedCondition<'_, (Patient,)>> = vec![Patient.age.gt(17).boxed()];
/// conditions.push(Patient.name.eq("Ana").boxed());
/// assert_eq!(
///     Patient.select().filter(conditions).columns(Patient.id).to_sql(),
///     r#"select "patients"."id" from "patients" where (("patients"."age" > $1) and ("patients"."name" = $2))"#
/// );
/// ```
pub struct BoxedCondition<'a, S> {
    condition: Box<dyn DynFragment + 'a>,
    tables: PhantomData<fn() -> S>,
}

impl<S> fmt::Debug for BoxedCondition<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sql = SqlWriter::new();
        self.condition.write_dyn(&mut sql);
        f.write_str(&sql.finish())
    }
}

/// What every condition can do.
#[hide_bounds]
pub trait ConditionMethods: Condition + Sized {
    /// The condition behind a pointer, in a query over the tables `S` at least.
    fn boxed<'a, S, I>(self) -> BoxedCondition<'a, S>
    where
        Self::And: InScope<S, I, Kind: RowLevel> + Send + Sync + 'a,
    {
        BoxedCondition {
            condition: Box::new(self.into_and()),
            tables: PhantomData,
        }
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
}

expression!(impl[S] BoxedCondition<'_, S> { base: bool, kind: PerRow, precedence: ATOM });

impl<Q, I, S: Tables<Q, I>> InScope<Q, (I,)> for BoxedCondition<'_, S> {
    type Null = Nullable;
}

/// A condition that is a Rust value: `true` is every row.
#[diagnostic::do_not_recommend]
impl Condition for bool {
    type And = super::Param<Self, Self>;
    type Or = super::Param<Self, Self>;

    fn into_and(self) -> Self::And {
        super::Param::new(self)
    }

    fn into_or(self) -> Self::Or {
        super::Param::new(self)
    }
}

condition!(impl[E: Expression, const NEUTRAL: bool] Optional<E, NEUTRAL>);

condition!(impl[E: Expression, const AND: bool] Several<E, AND>);

condition!(impl[S] BoxedCondition<'_, S>);
