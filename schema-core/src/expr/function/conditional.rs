//! Functions that choose among their arguments.
//!
//! <https://www.postgresql.org/docs/current/functions-conditional.html>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{Argument, Call, Function};
use crate::expr::arithmetic::rust_operators;
use crate::expr::group::group_item;
use crate::expr::macros::{condition, expression, no_comparison};
use crate::expr::{Assign, Expression, Expressions, ExpressionsIn, InScope, IntoArgument};
use crate::scope::Kind;
use crate::sql::{Token, fragment};
use crate::tuples::for_each_of_eight;
use crate::types::{Nullability, Nullable, SqlType};

/// A function that returns one of its arguments, and NULL only if all of them are.
pub trait ChoiceFunction: 'static {
    /// The text before the arguments.
    const OPEN: &'static str;
}

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident $open:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $name {}

        impl ChoiceFunction for $name {
            const OPEN: &'static str = $open;
        }
    )*};
}

choices! {
    /// [`coalesce(value, other)`](coalesce)
    Coalesce "coalesce(";
    /// [`greatest(a, b)`](greatest)
    Greatest "greatest(";
    /// [`least(a, b)`](least)
    Least "least(";
}

/// The further arguments of the function `For`, whose first one has type `T`: a value or an expression of this type, or a
/// tuple of them. It is converted into the tuple `X` of expressions.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a valid argument of `{For}`",
    label = "expected `{T}`",
    note = "pass a value or an expression of this type, `Option` of one, or a tuple of them"
)]
pub trait IntoChoices<T, For, X> {
    /// Converts the arguments.
    fn into_choices(self) -> X;
}

#[diagnostic::do_not_recommend]
impl<V: Assign<Option<T>, For, Expr = X>, T: SqlType, For, X> IntoChoices<T, For, (Argument<X>,)>
    for V
{
    fn into_choices(self) -> (Argument<X>,) {
        (Argument::new(self.assign()),)
    }
}

macro_rules! several {
    ($name:ident $index:tt $place:ident $other:ident) => {};
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        #[diagnostic::do_not_recommend]
        impl<Type: SqlType, For, $($name: IntoArgument<Option<Type>, For, $other>, $other),+>
            IntoChoices<Type, For, ($(Argument<$other>,)+)> for ($($name,)+)
        {
            fn into_choices(self) -> ($(Argument<$other>,)+) {
                ($(Argument::new(self.$index.into_argument()),)+)
            }
        }
    };
}

for_each_of_eight!(several);

/// A call of [`coalesce`], [`greatest`] or [`least`]: the function `F`, the first argument, and the tuple of the others.
pub struct Choice<F, A, X> {
    function: PhantomData<fn() -> F>,
    first: Argument<A>,
    others: X,
}

impl<F, A, X> Choice<F, A, X> {
    const fn new(first: A, others: X) -> Self {
        Self {
            function: PhantomData,
            first: Argument::new(first),
            others,
        }
    }
}

impl<F, A: Clone, X: Clone> Clone for Choice<F, A, X> {
    fn clone(&self) -> Self {
        Self {
            function: PhantomData,
            first: self.first.clone(),
            others: self.others.clone(),
        }
    }
}

impl<F, A: Copy, X: Copy> Copy for Choice<F, A, X> {}

impl<F: ChoiceFunction, A: fmt::Debug, X: fmt::Debug> fmt::Debug for Choice<F, A, X> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut tuple = f.debug_tuple(F::OPEN.trim_end_matches('('));
        tuple.field(&self.first).field(&self.others).finish()
    }
}

fragment!(impl[F: ChoiceFunction, A: Expression, X: Expressions] Choice<F, A, X> {
    [&[Token::Text(F::OPEN)]], (first: Argument<A>), ", ", (others: X), ")",
});

expression!(impl[F: ChoiceFunction, A: Expression, X: Expressions] Choice<F, A, X> {
    base: A::Base,
    kind: <A::Kind as Kind>::And<X::Kind>,
    precedence: ATOM,
});

condition!(impl[F: ChoiceFunction, A: Expression, X: Expressions] Choice<F, A, X>);

no_comparison!([F, A, X] Choice<F, A, X>);

rust_operators!(impl[F: ChoiceFunction, A: Expression, X: Expressions] Choice<F, A, X>);

group_item!(impl[F: ChoiceFunction, A: Expression, X: Expressions] Choice<F, A, X>, A, X);

impl<F, A, X, S, I, J> InScope<S, (I, J)> for Choice<F, A, X>
where
    F: ChoiceFunction,
    A: InScope<S, I>,
    X: ExpressionsIn<S, J>,
{
    type Null = <A::Null as Nullability>::And<X::All>;
}

/// [`nullif(value, null)`](nullif)
#[derive(Debug)]
pub enum NullIf {}

impl<T: SqlType> Function<(T, T)> for NullIf {
    type Parameters = (T, Option<T>);
    type Output = T;
    type Null = Nullable;
    const OPEN: &'static str = "nullif(";
    const CLOSE: &'static str = ")";
}

/// `coalesce(value, others, …)`: the first of them that is not NULL. The result can be NULL only if all of them can.
///
/// ```
/// # use schema_core::expr::function::coalesce;
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, name: String, alias: Option<String>, nick: Option<String> }
/// let names = Patient.select().columns(coalesce(Patient.alias, Patient.name));
/// assert_eq!(
///     names.to_sql(),
///     r#"select coalesce("patients"."alias", "patients"."name") from "patients""#
/// );
/// let first = Patient.select().columns(coalesce(Patient.nick, (Patient.alias, "?")));
/// assert_eq!(
///     first.to_sql(),
///     r#"select coalesce("patients"."nick", "patients"."alias", $1::text) from "patients""#
/// );
/// ```
#[hide_bounds]
pub fn coalesce<A: Expression, X, V: IntoChoices<A::Base, Coalesce, X>>(
    value: A,
    others: V,
) -> Choice<Coalesce, A, X> {
    Choice::new(value, others.into_choices())
}

/// `nullif(value, null)`: NULL if the two are equal, or else the value.
///
/// ```
/// # use schema_core::expr::function::nullif;
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, name: String }
/// let names = Patient.select().columns(nullif(Patient.name, ""));
/// assert_eq!(names.to_sql(), r#"select nullif("patients"."name", $1::text) from "patients""#);
/// ```
#[hide_bounds]
pub fn nullif<A: Expression, B: Expression, V: IntoArgument<Option<A::Base>, NullIf, B>>(
    value: A,
    null: V,
) -> Call<NullIf, (Argument<A>, Argument<B>)> {
    Call::new((Argument::new(value), Argument::new(null.into_argument())))
}

/// `greatest(a, others, …)`: the largest of them. Postgres ignores an argument that is NULL, so the result is NULL only if
/// all are.
///
/// ```
/// # use schema_core::expr::function::greatest;
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, age: Option<i32>, limit: Option<i32> }
/// let ages = Patient.select().columns(greatest(Patient.age, (Patient.limit, 18)));
/// assert_eq!(
///     ages.to_sql(),
///     r#"select greatest("patients"."age", "patients"."limit", $1::integer) from "patients""#
/// );
/// ```
#[hide_bounds]
pub fn greatest<A: Expression, X, V: IntoChoices<A::Base, Greatest, X>>(
    a: A,
    others: V,
) -> Choice<Greatest, A, X> {
    Choice::new(a, others.into_choices())
}

/// `least(a, others, …)`: the smallest of them. NULL is treated as by [`greatest`].
///
/// ```
/// # use schema_core::expr::function::least;
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, age: i32 }
/// let ages = Patient.select().columns(least(Patient.age, 99));
/// assert_eq!(ages.to_sql(), r#"select least("patients"."age", $1::integer) from "patients""#);
/// ```
#[hide_bounds]
pub fn least<A: Expression, X, V: IntoChoices<A::Base, Least, X>>(
    a: A,
    others: V,
) -> Choice<Least, A, X> {
    Choice::new(a, others.into_choices())
}
