//! Functions of any number of arguments, of any types: `concat`, `format`, `num_nulls`.
//!
//! <https://www.postgresql.org/docs/current/functions-string.html>,
//! <https://www.postgresql.org/docs/current/functions-comparison.html>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{Argument, ArgumentList, ArgumentsIn};
use crate::expr::arithmetic::rust_operators;
use crate::expr::group::group_item;
use crate::expr::macros::{condition, expression, no_comparison};
use crate::expr::{AnyArguments, Expressions, ExpressionsIn, InScope, IntoArgument};
use crate::scope::Kind;
use crate::sql::{Token, fragment};
use crate::types::SqlType;

/// A function whose last parameter is `variadic "any"`.
pub trait VariadicFunction: 'static {
    /// The type of the result.
    type Output: SqlType;
    /// The text before the arguments.
    const OPEN: &'static str;
    /// The text between the first argument and the others. It is empty if all of them are of any type.
    const COMMA: &'static str;
}

macro_rules! variadic {
    ($($name:ident -> $output:ty, $open:literal $comma:literal;)*) => {$(
        #[doc(hidden)]
        #[allow(non_camel_case_types, reason = "the type has the function's name")]
        #[derive(Debug)]
        pub enum $name {}

        impl VariadicFunction for $name {
            type Output = $output;
            const OPEN: &'static str = $open;
            const COMMA: &'static str = $comma;
        }
    )*};
}

variadic! {
    concat -> String, "concat(" "";
    concat_ws -> String, "concat_ws(" ", ";
    format -> String, "format(" ", ";
    num_nonnulls -> i32, "num_nonnulls(" "";
    num_nulls -> i32, "num_nulls(" "";
}

/// A call of the variadic function `F`, with the fixed arguments `A`, `()` or a tuple of one, and the others `L`.
pub struct Variadic<F, A, L> {
    function: PhantomData<fn() -> F>,
    fixed: A,
    list: L,
}

impl<F, A, L> Variadic<F, A, L> {
    const fn new(fixed: A, list: L) -> Self {
        Self {
            function: PhantomData,
            fixed,
            list,
        }
    }
}

impl<F, A: Clone, L: Clone> Clone for Variadic<F, A, L> {
    fn clone(&self) -> Self {
        Self::new(self.fixed.clone(), self.list.clone())
    }
}

impl<F, A: Copy, L: Copy> Copy for Variadic<F, A, L> {}

impl<F: VariadicFunction, A: fmt::Debug, L: fmt::Debug> fmt::Debug for Variadic<F, A, L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut tuple = f.debug_tuple(F::OPEN.trim_end_matches('('));
        tuple.field(&self.fixed).field(&self.list).finish()
    }
}

fragment!(impl[F: VariadicFunction, A: ArgumentList, L: Expressions] Variadic<F, A, L> {
    [&[Token::Text(F::OPEN)]], (fixed: A), [&[Token::Text(F::COMMA)]], (list: L), ")",
});

expression!(impl[F: VariadicFunction, A: ArgumentList, L: Expressions] Variadic<F, A, L> {
    base: F::Output,
    kind: <A::Kind as Kind>::And<L::Kind>,
    precedence: ATOM,
});

condition!(impl[F: VariadicFunction, A: ArgumentList, L: Expressions] Variadic<F, A, L>);

no_comparison!([F, A, L] Variadic<F, A, L>);

rust_operators!(impl[F: VariadicFunction, A: ArgumentList, L: Expressions] Variadic<F, A, L>);

group_item!(impl[F: VariadicFunction, A: ArgumentList, L: Expressions] Variadic<F, A, L>, A, L);

// A variadic argument may be NULL; a fixed one makes the result NULL.
impl<F, A, L, S, I, J> InScope<S, (I, J)> for Variadic<F, A, L>
where
    F: VariadicFunction,
    A: ArgumentList + ArgumentsIn<S, I, <A as ArgumentList>::Types>,
    L: ExpressionsIn<S, J>,
{
    type Null = A::Null;
}

/// `concat(a, b, …)`: the values as text, joined together. NULLs are omitted.
///
/// ```
/// # use schema_core::prelude::*;
/// use schema_core::expr::function::{concat, concat_ws, format};
///
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, name: String, nick: Option<String> }
/// let query = Patient.select().columns((
///     concat((Patient.name, " #", Patient.id)),
///     concat_ws(", ", (Patient.name, Patient.nick)),
///     format("%s (%s)", (Patient.name, Patient.id)),
/// ));
/// assert_eq!(
///     query.to_sql(),
///     r#"select concat("patients"."name", $1::text, "patients"."id"), "#.to_owned()
///         + r#"concat_ws($2::text, "patients"."name", "patients"."nick"), "#
///         + r#"format($3::text, "patients"."name", "patients"."id") from "patients""#
/// );
/// ```
#[hide_bounds]
pub fn concat<L: AnyArguments<K, X>, K, X>(values: L) -> Variadic<concat, (), X> {
    Variadic::new((), values.into_arguments())
}

/// `concat_ws(separator, a, b, …)`: the values as text, joined by a separator. NULLs are omitted. See [`concat()`].
#[hide_bounds]
pub fn concat_ws<R: IntoArgument<String, concat_ws, Y>, Y, L: AnyArguments<K, X>, K, X>(
    separator: R,
    values: L,
) -> Variadic<concat_ws, (Argument<Y>,), X> {
    let separator = Argument::new(separator.into_argument());
    Variadic::new((separator,), values.into_arguments())
}

/// `format(format, a, b, …)`: the format in which each `%s` is replaced by a value, `%I` by a quoted name, and `%L` by a
/// literal. See [`concat()`].
#[hide_bounds]
pub fn format<R: IntoArgument<String, format, Y>, Y, L: AnyArguments<K, X>, K, X>(
    format: R,
    values: L,
) -> Variadic<format, (Argument<Y>,), X> {
    let format = Argument::new(format.into_argument());
    Variadic::new((format,), values.into_arguments())
}

/// `num_nonnulls(a, b, …)`: the number of values that are not NULL.
///
/// ```
/// # use schema_core::prelude::*;
/// use schema_core::expr::function::{num_nonnulls, num_nulls};
///
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, name: Option<String>, nick: Option<String> }
/// let named = num_nonnulls((Patient.name, Patient.nick)).ge(1);
/// assert_eq!(
///     Patient.select().filter(named).columns(num_nulls((Patient.name, Patient.nick))).to_sql(),
///     r#"select num_nulls("patients"."name", "patients"."nick") from "patients" where num_nonnulls("patients"."name", "patients"."nick") >= $1"#
/// );
/// ```
#[hide_bounds]
pub fn num_nonnulls<L: AnyArguments<K, X>, K, X>(values: L) -> Variadic<num_nonnulls, (), X> {
    Variadic::new((), values.into_arguments())
}

/// `num_nulls(a, b, …)`: the number of values that are NULL. See [`num_nonnulls`].
#[hide_bounds]
pub fn num_nulls<L: AnyArguments<K, X>, K, X>(values: L) -> Variadic<num_nulls, (), X> {
    Variadic::new((), values.into_arguments())
}
