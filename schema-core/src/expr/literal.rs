//! Rust values as expressions: a parameter with its type, `$1::integer`, or a literal, `5::integer`.
//!
//! <https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-CONSTANTS>

use std::marker::PhantomData;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;
use sqlx::postgres::PgArgumentBuffer;

use super::arithmetic::rust_operators;
use super::group::group_item;
use super::macros::{condition, expression, no_comparison};
use super::{Absent, Expression, InScope, IntoExpr, Never, NullableParam, Param, Present, cast};
use super::{SharedParam, SharedValue};
use crate::scope::Constant;
use crate::sql::{Arguments, Fragment, SqlWriter, Token, fragment};
use crate::table::Impossible;
use crate::types::{NeverNull, Nullability, Nullable, SqlType, encode_text};

/// A value that [`value`] sends, as the parameter `X` of type `T`. The compiler infers whether it is an `Option`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a value of a Postgres type",
    label = "no Postgres type is known for this",
    note = "cast a number to `i32` or `i64`; pass a value of a column's type, or `Option` of one"
)]
pub trait IntoValue<T, K, X> {
    /// Converts the value into the parameter.
    fn into_value(self) -> X;
}

#[diagnostic::do_not_recommend]
impl<V: IntoExpr<T, Expr = Param<T, V>>, T> IntoValue<T, Present, Param<T, V>> for V {
    fn into_value(self) -> Param<T, V> {
        self.into_expr()
    }
}

#[diagnostic::do_not_recommend]
impl<V: IntoExpr<T, Expr = Param<T, V>>, T> IntoValue<T, Absent, NullableParam<T, V>>
    for Option<V>
{
    fn into_value(self) -> NullableParam<T, V> {
        NullableParam::new(self)
    }
}

#[diagnostic::do_not_recommend]
impl<const PLACE: u64, V, T> IntoValue<T, SharedValue<PLACE, ()>, SharedParam<PLACE, T, V>>
    for SharedValue<PLACE, V>
where
    V: IntoExpr<T, Expr = Param<T, V>>,
    Self: IntoExpr<T, Expr = SharedParam<PLACE, T, V>>,
{
    fn into_value(self) -> SharedParam<PLACE, T, V> {
        self.into_expr()
    }
}

// See `RawArgument`: with two candidates, the compiler selects none for a value that does not fit.
#[diagnostic::do_not_recommend]
#[allow(
    unused_lifetimes,
    reason = "without it, the compiler refuses a bound that cannot hold"
)]
impl<A, T: SqlType, X: From<A>> IntoValue<T, Impossible, X> for A
where
    for<'never> Impossible: Never<0>,
{
    fn into_value(self) -> X {
        X::from(self)
    }
}

/// A parameter with a cast to its type: `$1::integer`. [`value`] returns it.
#[derive(Debug, Clone, Copy)]
pub struct Typed<E>(pub(crate) E);

/// A Rust value as an expression: `$1::integer`. It can be selected, compared, or be the argument of a function. `None` is
/// NULL.
///
/// Where a column determines the type, a value alone is enough: `Patient.age.eq(18)`.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, age: Option<i32> }
/// let query = Patient
///     .select()
///     .filter(value(18).le(Patient.age))
///     .columns((Patient.id, value("new"), value(None::<i64>)));
/// assert_eq!(
///     query.to_sql(),
///     r#"select "patients"."id", $1::text, $2::bigint from "patients" where $3::integer <= "patients"."age""#
/// );
/// ```
#[hide_bounds]
pub fn value<V: IntoValue<T, K, X>, T, K, X>(value: V) -> Typed<X> {
    Typed(value.into_value())
}

fragment!(impl[E: Expression] Typed<E> { (0: E), [cast::<E>()] });

expression!(impl[E: Expression] Typed<E> { base: E::Base, kind: E::Kind, precedence: ATOM });

condition!(impl[E: Expression] Typed<E>);

no_comparison!([E] Typed<E>);

rust_operators!(impl[E: Expression] Typed<E>);

group_item!(impl[E: Expression] Typed<E>, E);

impl<E: InScope<S, I>, S, I> InScope<S, (I,)> for Typed<E> {
    type Null = E::Null;
}

/// A value that [`literal`] writes, of type `T` and nullability `N`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a value of a Postgres type",
    label = "no Postgres type is known for this",
    note = "cast a number to `i32` or `i64`; pass a value of a column's type, or `Option` of one"
)]
pub trait IntoLiteral<T, N> {
    /// Returns the literal with its type.
    fn into_literal(self) -> String;
}

#[diagnostic::do_not_recommend]
impl<T: SqlType> IntoLiteral<T, NeverNull> for T {
    fn into_literal(self) -> String {
        typed(&self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: SqlType> IntoLiteral<T, Nullable> for Option<T> {
    fn into_literal(self) -> String {
        self.map_or_else(
            || format!("null::{}", T::DATA_TYPE.sql()),
            |value| typed(&value),
        )
    }
}

#[diagnostic::do_not_recommend]
impl IntoLiteral<String, NeverNull> for &str {
    fn into_literal(self) -> String {
        typed(&self.to_owned())
    }
}

// See `IntoValue`.
#[diagnostic::do_not_recommend]
#[allow(
    unused_lifetimes,
    reason = "without it, the compiler refuses a bound that cannot hold"
)]
impl<A, T: SqlType> IntoLiteral<T, Impossible> for A
where
    for<'never> Impossible: Never<0>,
{
    fn into_literal(self) -> String {
        String::new()
    }
}

/// Returns a literal that has its type wherever it is, and needs no parentheses.
fn typed<T: SqlType>(value: &T) -> String {
    let mut literal = String::new();
    value.literal(&mut literal);
    // A number without its type would be the position of a column in `order by` and `group by`.
    if literal.contains("'::") || literal.contains("]::") {
        return literal;
    }
    if literal.starts_with('-') {
        literal = format!("({literal})");
    }
    format!("{literal}::{}", T::DATA_TYPE.sql())
}

/// A value in the text of a query, from [`literal`].
#[derive(Debug, Clone)]
pub struct Literal<T, N> {
    sql: String,
    marker: PhantomData<fn() -> (T, N)>,
}

/// A Rust value as a literal of the query's text, which is then written at run time.
///
/// Send values as parameters, [`value`], unless the planner must know the value: to use a partial index in a plan that is
/// prepared once, or to repeat the expression of an index. Each literal makes another text, and so another prepared
/// statement.
///
/// ```
/// # use schema_core::expr::literal;
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, name: String, active: bool }
/// let query = Patient.select().filter(Patient.active.eq(literal(true)).and(Patient.name.ne(literal("it's"))));
/// assert_eq!(
///     query.columns(Patient.id).to_sql(),
///     r#"select "patients"."id" from "patients" where "patients"."active" = true::boolean and "patients"."name" <> 'it''s'::text"#
/// );
/// ```
#[hide_bounds]
pub fn literal<V: IntoLiteral<T, N>, T, N>(value: V) -> Literal<T, N> {
    Literal {
        sql: value.into_literal(),
        marker: PhantomData,
    }
}

impl<T, N> Fragment for Literal<T, N> {
    const TOKENS: &'static [Token] = &[];
    const STATIC: bool = false;

    fn write(&self, sql: &mut SqlWriter) {
        sql.text(&self.sql);
    }

    // The text of a statement ends at a NUL character, so it is refused as in a parameter.
    fn bind(&self, _arguments: &mut Arguments) -> Result<(), BoxDynError> {
        encode_text(&self.sql, &mut PgArgumentBuffer::default())
    }
}

expression!(impl[T: SqlType, N] Literal<T, N> { base: T, kind: Constant, precedence: ATOM });

condition!(impl[T: SqlType, N] Literal<T, N>);

no_comparison!([T, N] Literal<T, N>);

rust_operators!(impl[T: SqlType, N] Literal<T, N>);

group_item!(impl[T, N] Literal<T, N>);

impl<T: SqlType, N: Nullability, S> InScope<S, ()> for Literal<T, N> {
    type Null = N;
}
