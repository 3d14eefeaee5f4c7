//! `sql!`: SQL text with typed arguments and a typed result, for SQL that has no method.

mod aggregate;
mod strict;

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

pub use self::aggregate::RawAggregate;
pub use self::strict::RawStrict;
use super::arithmetic::rust_operators;
use super::binary::{CLOSE, OPEN, parenthesis_if, precedence};
use super::macros::{condition, expression};
use super::{
    Expression, InScope, IntoExpr, IntoGroup, IntoGroupItem, Never, NullableParam, Param,
    Repeatable, cast,
};
use crate::scope::{GroupedBy, Kind, kind_of};
use crate::sql::{Arguments, Fragment, SqlWriter, Token};
use crate::table::Impossible;
use crate::tuples::for_each_tuple;
use crate::types::{ColumnType, SqlType};

/// The text of a `sql!`, split at its arguments.
pub trait RawSql: 'static {
    /// The pieces: one more than there are arguments.
    const PIECES: &'static [&'static str];
}

/// SQL whose result has type `T`, from [`sql!`](crate::sql!).
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64,
/// # #[column(unique)] name: String, age: Option<i32> }
/// let length = 5;
/// let query = Patient
///     .select()
///     .filter(sql!(bool, "length({}) > {length}", Patient.name))
///     .columns(sql!(Option<i32>, "{} * {}", Patient.age + 1, 2));
/// assert_eq!(
///     query.to_sql(),
///     r#"select ("patients"."age" + $1) * $2::integer from "patients" where length("patients"."name") > $3::integer"#
/// );
/// ```
pub struct Raw<T, P, A> {
    arguments: A,
    marker: PhantomData<fn() -> (T, P)>,
}

impl<T, P, A: Clone> Clone for Raw<T, P, A> {
    fn clone(&self) -> Self {
        Self {
            arguments: self.arguments.clone(),
            marker: PhantomData,
        }
    }
}

impl<T, P, A: Copy> Copy for Raw<T, P, A> {}

impl<T, P: RawSql, A> fmt::Debug for Raw<T, P, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(P::PIECES).finish()
    }
}

#[hide_bounds]
impl<T, P, A> Raw<T, P, A> {
    /// Declares that the SQL is an aggregate: in a query with `group_by`, its arguments need not be grouped.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: i32 }
    /// let names = sql!(Vec<String>, "array_agg({} order by {})", Patient.name, Patient.id).aggregate();
    /// assert_eq!(
    ///     Patient.select().group_by(Patient.age).columns((Patient.age, names)).to_sql(),
    ///     r#"select "patients"."age", array_agg("patients"."name" order by "patients"."id") from "patients" group by "patients"."age""#
    /// );
    /// ```
    pub fn aggregate(self) -> RawAggregate<T, P, A> {
        RawAggregate(self)
    }

    /// Declares that the result is NULL if an argument is, as that of most functions: it can be NULL if one of the
    /// arguments can, or if the type is an `Option`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, nick: Option<String> }
    /// macro_rules! soundex {
    ///     ($text:expr) => { sql!(String, "soundex({})", $text).strict() };
    /// }
    /// let query = Patient.select().columns((soundex!(Patient.name), soundex!(Patient.nick)));
    /// assert_eq!(
    ///     query.to_sql(),
    ///     r#"select soundex("patients"."name"), soundex("patients"."nick") from "patients""#
    /// );
    /// # async fn run(query: impl Query<Row = (String, Option<String>)>) {}
    /// # let _ = run(query);
    /// ```
    pub fn strict(self) -> RawStrict<Self> {
        RawStrict(self)
    }
}

/// Builds a [`Raw`]. `sql!` expands to a call of it.
#[hide_bounds]
pub fn raw<T: ColumnType, P: RawSql, A: RawArguments>(arguments: A) -> Raw<T, P, A> {
    Raw {
        arguments,
        marker: PhantomData,
    }
}

/// Converts an argument of a `sql!`: an expression stays as it is, and a value becomes a parameter.
#[hide_bounds]
pub fn argument<A: RawArgument<T, K, X>, T, K, X>(argument: A) -> X {
    argument.into_raw()
}

/// An argument of `sql!`, or of a function for all types: an expression or value of type `T`, or `Option` of a value, converted into the expression `X`. The
/// compiler infers which of them it is.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither an expression nor a value of a Postgres type",
    label = "no Postgres type is known for this",
    note = "cast a number to `i32` or `i64`; pass an expression, a value of a column's type, or `Option` of one"
)]
pub trait RawArgument<T, K, X> {
    /// Converts the argument.
    fn into_raw(self) -> X;
}

/// The argument is an expression or a value.
#[derive(Debug)]
pub enum Present {}

/// The argument is an `Option`, which may be NULL.
#[derive(Debug)]
pub enum Absent {}

#[diagnostic::do_not_recommend]
impl<A: IntoExpr<T, Expr = X>, T, X> RawArgument<T, Present, X> for A {
    fn into_raw(self) -> X {
        self.into_expr()
    }
}

#[diagnostic::do_not_recommend]
impl<V: IntoExpr<T, Expr = Param<T, V>>, T> RawArgument<T, Absent, NullableParam<T, V>>
    for Option<V>
{
    fn into_raw(self) -> NullableParam<T, V> {
        NullableParam::new(self)
    }
}

// With two candidates, the compiler selects none for a value that does not fit, and reports nothing else about it.
#[diagnostic::do_not_recommend]
#[allow(
    unused_lifetimes,
    reason = "without it, the compiler refuses a bound that cannot hold"
)]
impl<A, T: SqlType, X: From<A>> RawArgument<T, Impossible, X> for A
where
    for<'never> Impossible: Never<0>,
{
    fn into_raw(self) -> X {
        X::from(self)
    }
}

/// The arguments of a `sql!`: a tuple of expressions.
pub trait RawArguments {
    /// The kind of the arguments together.
    type Kind: Kind;
}

/// Returns the `i`th piece of the text.
const fn piece<P: RawSql>(i: usize) -> &'static str {
    if i < P::PIECES.len() {
        P::PIECES[i]
    } else {
        ""
    }
}

/// Returns the parenthesis around the `i`th argument `E`. None is needed around a single name, value or call, or if the
/// text already has a parenthesis or comma on both sides.
const fn parenthesis_of_argument<P: RawSql, E: Expression>(
    i: usize,
    parenthesis: &'static [Token],
) -> &'static [Token] {
    let alone = matches!(
        piece::<P>(i).trim_ascii_end().as_bytes(),
        [.., b'(' | b'[' | b',']
    ) && matches!(piece::<P>(i + 1).as_bytes(), [b')' | b']' | b',', ..]);
    parenthesis_if(E::PRECEDENCE < precedence::ATOM && !alone, parenthesis)
}

/// Returns the cast of a value, because the text around it does not determine its type.
const fn cast_of_argument<E: Expression>() -> &'static [Token] {
    if E::PARAMETER { cast::<E>() } else { &[] }
}

/// The text and the values of `sql!` with arguments of each arity.
macro_rules! fragments {
    ($($name:ident $index:tt $place:ident $other:ident),*) => {
        impl<Type: ColumnType, Text: RawSql, $($name: Expression),*> Fragment for Raw<Type, Text, ($($name,)*)> {
            const TOKENS: &'static [Token] = &[
                Token::Text(piece::<Text>(0)),
                $(
                    Token::Sub(parenthesis_of_argument::<Text, $name>($index, OPEN)),
                    Token::Sub($name::TOKENS),
                    Token::Sub(parenthesis_of_argument::<Text, $name>($index, CLOSE)),
                    Token::Sub(cast_of_argument::<$name>()),
                    Token::Text(piece::<Text>($index + 1)),
                )*
            ];
            const STATIC: bool = true $(&& $name::STATIC)*;

            fn write(&self, sql: &mut SqlWriter) {
                sql.text(piece::<Text>(0));
                $(
                    sql.tokens(const { parenthesis_of_argument::<Text, $name>($index, OPEN) });
                    self.arguments.$index.write(sql);
                    sql.tokens(const { parenthesis_of_argument::<Text, $name>($index, CLOSE) });
                    sql.tokens(const { cast_of_argument::<$name>() });
                    sql.text(piece::<Text>($index + 1));
                )*
            }

            #[allow(unused_variables, reason = "SQL without arguments binds nothing")]
            fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
                $(self.arguments.$index.bind(arguments)?;)*
                Ok(())
            }
        }
    };
}

fragments!();
for_each_tuple!(fragments);

/// The kind and the scope of `sql!` follow from its arguments.
macro_rules! arguments {
    ($($name:ident $index:tt $place:ident $other:ident),*) => {
        impl<$($name: Expression),*> RawArguments for ($($name,)*) {
            type Kind = kind_of!($($name)*);
        }

        impl<Type: ColumnType, Text: RawSql, Query, $($name: InScope<Query, $place>, $place),*>
            InScope<Query, ($($place,)*)> for Raw<Type, Text, ($($name,)*)>
        {
            type Null = Type::Null;
        }

        #[diagnostic::do_not_recommend]
        impl<Type, Text, $($name: Repeatable),*> Repeatable for Raw<Type, Text, ($($name,)*)> {}
    };
}

arguments!();
for_each_tuple!(arguments);

expression!(
    impl[T: ColumnType, P: RawSql, A: RawArguments] Raw<T, P, A> {
        base: T::Base,
        kind: A::Kind,
        precedence: 0,
    } where Self: Fragment
);

condition!(impl[T: ColumnType, P: RawSql, A: RawArguments] Raw<T, P, A>);

rust_operators!(impl[T: ColumnType, P: RawSql, A: RawArguments] Raw<T, P, A>);

#[diagnostic::do_not_recommend]
impl<T, P, A> IntoGroupItem for Raw<T, P, A>
where
    Self: Fragment,
{
    type Item = GroupedBy<Self>;

    fn into_item(self) -> Self::Item {
        GroupedBy(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T, P, A> IntoGroup for Raw<T, P, A>
where
    Self: Fragment,
{
    type Group = (GroupedBy<Self>,);

    fn into_group(self) -> Self::Group {
        (GroupedBy(self),)
    }
}
