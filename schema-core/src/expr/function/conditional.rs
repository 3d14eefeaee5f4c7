//! Functions that choose among their arguments.
//!
//! <https://www.postgresql.org/docs/current/functions-conditional.html>

use schema_macros::hide_bounds;

use super::{Argument, Call, Function};
use crate::expr::{Expression, IntoArgument};
use crate::types::{NeverNull, Nullable, SqlType};

/// [`coalesce(value, other)`](coalesce)
#[derive(Debug)]
pub enum Coalesce {}

/// [`nullif(value, null)`](nullif)
#[derive(Debug)]
pub enum NullIf {}

/// [`greatest(a, b)`](greatest)
#[derive(Debug)]
pub enum Greatest {}

/// [`least(a, b)`](least)
#[derive(Debug)]
pub enum Least {}

macro_rules! conditional {
    ($($name:ident($first:ty, $second:ty) $null:ty, $open:literal;)*) => {$(
        impl<T: SqlType> Function<(T, T)> for $name {
            type Parameters = ($first, $second);
            type Output = T;
            type Null = $null;
            const OPEN: &'static str = $open;
            const CLOSE: &'static str = ")";
        }
    )*};
}

conditional! {
    Coalesce(Option<T>, T) NeverNull, "coalesce(";
    NullIf(T, T) Nullable, "nullif(";
    Greatest(T, T) NeverNull, "greatest(";
    Least(T, T) NeverNull, "least(";
}

/// `coalesce(value, other)`: the value, or `other` if it is NULL. The result can be NULL only if `other` can.
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
/// let first = Patient.select().columns(coalesce(Patient.nick, coalesce(Patient.alias, "?")));
/// assert_eq!(
///     first.to_sql(),
///     r#"select coalesce("patients"."nick", coalesce("patients"."alias", $1::text)) from "patients""#
/// );
/// ```
#[hide_bounds]
pub fn coalesce<A: Expression, B: Expression, V: IntoArgument<Option<A::Base>, Coalesce, B>>(
    value: A,
    other: V,
) -> Call<Coalesce, (Argument<A>, Argument<B>)> {
    call(value, other.into_argument())
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
    call(value, null.into_argument())
}

/// `greatest(a, b)`: the larger of the two. Postgres ignores an argument that is NULL, so the result is NULL only if both
/// are; its type is an `Option` if one of them can be.
///
/// ```
/// # use schema_core::expr::function::greatest;
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, age: i32 }
/// let ages = Patient.select().columns(greatest(Patient.age, 18));
/// assert_eq!(ages.to_sql(), r#"select greatest("patients"."age", $1::integer) from "patients""#);
/// ```
#[hide_bounds]
pub fn greatest<A: Expression, B: Expression, V: IntoArgument<Option<A::Base>, Greatest, B>>(
    a: A,
    b: V,
) -> Call<Greatest, (Argument<A>, Argument<B>)> {
    call(a, b.into_argument())
}

/// `least(a, b)`: the smaller of the two. NULL is treated as by [`greatest`].
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
pub fn least<A: Expression, B: Expression, V: IntoArgument<Option<A::Base>, Least, B>>(
    a: A,
    b: V,
) -> Call<Least, (Argument<A>, Argument<B>)> {
    call(a, b.into_argument())
}

const fn call<F, A: Expression, B: Expression>(a: A, b: B) -> Call<F, (Argument<A>, Argument<B>)> {
    Call::new((Argument::new(a), Argument::new(b)))
}
