//! `sql!`: SQL that has no method of its own, with typed parameters and a typed result.

use schema_macros::hide_bounds;
use std::fmt;
use std::marker::PhantomData;

use super::arithmetic::rust_operators;
use super::binary::{CLOSE, OPEN, precedence, when};
use super::declare::{condition, expression};
use super::{Constant, Expression, InScope, Kind, cast};
use crate::sql::{Arguments, Fragment, SqlWriter, Token};
use crate::types::ColumnType;

/// The text of a `sql!`, cut where its arguments stand.
pub trait RawSql: 'static {
    /// One piece more than there are arguments.
    const PIECES: &'static [&'static str];
}

/// SQL with the result type `T`; made by [`sql!`](crate::sql!).
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
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

/// What `sql!` expands to.
#[hide_bounds]
pub fn raw<T: ColumnType, P: RawSql, A: RawArguments>(arguments: A) -> Raw<T, P, A> {
    Raw {
        arguments,
        marker: PhantomData,
    }
}

/// An argument of a `sql!`: an expression, or a value that becomes a parameter.
#[hide_bounds]
pub fn argument<T, A: super::IntoExpr<T>>(argument: A) -> A::Expr {
    argument.into_expr()
}

/// The arguments of a `sql!`: a tuple of expressions.
pub trait RawArguments {
    /// What they are computed from.
    type Kind: Kind;
}

/// The `i`th piece of the text.
const fn piece<P: RawSql>(i: usize) -> &'static str {
    if i < P::PIECES.len() {
        P::PIECES[i]
    } else {
        ""
    }
}

/// A parenthesis around the `i`th argument `E`, unless it is one name, value or call, or has the place between
/// parentheses or commas for itself.
const fn around<P: RawSql, E: Expression>(
    i: usize,
    parenthesis: &'static [Token],
) -> &'static [Token] {
    let alone = matches!(
        piece::<P>(i).trim_ascii_end().as_bytes(),
        [.., b'(' | b'[' | b',']
    ) && matches!(piece::<P>(i + 1).as_bytes(), [b')' | b']' | b',', ..]);
    when(E::PRECEDENCE < precedence::ATOM && !alone, parenthesis)
}

/// The type of a value, which the text around it does not tell.
const fn typed<E: Expression>() -> &'static [Token] {
    if E::PARAMETER { cast::<E>() } else { &[] }
}

macro_rules! raw_arguments {
    ($([$($name:ident $index:tt $place:ident)*])*) => {$(
        impl<$($name: Expression),*> RawArguments for ($($name,)*) {
            type Kind = super::kind_of!($($name)*);
        }

        impl<Type: ColumnType, Text: RawSql, $($name: Expression),*> Fragment for Raw<Type, Text, ($($name,)*)> {
            const TOKENS: &'static [Token] = &[
                Token::Text(piece::<Text>(0)),
                $(
                    Token::Sub(around::<Text, $name>($index, OPEN)),
                    Token::Sub($name::TOKENS),
                    Token::Sub(around::<Text, $name>($index, CLOSE)),
                    Token::Sub(typed::<$name>()),
                    Token::Text(piece::<Text>($index + 1)),
                )*
            ];
            const STATIC: bool = true $(&& $name::STATIC)*;

            fn write(&self, sql: &mut SqlWriter) {
                sql.text(piece::<Text>(0));
                $(
                    sql.tokens(const { around::<Text, $name>($index, OPEN) });
                    self.arguments.$index.write(sql);
                    sql.tokens(const { around::<Text, $name>($index, CLOSE) });
                    sql.tokens(const { typed::<$name>() });
                    sql.text(piece::<Text>($index + 1));
                )*
            }

            #[allow(unused_variables, reason = "no arguments, nothing to bind")]
            fn bind(&self, arguments: &mut Arguments) -> Result<(), sqlx::error::BoxDynError> {
                $(self.arguments.$index.bind(arguments)?;)*
                Ok(())
            }
        }

        impl<Type: ColumnType, Text: RawSql, Tables, $($name: InScope<Tables, $place>, $place),*>
            InScope<Tables, ($($place,)*)> for Raw<Type, Text, ($($name,)*)>
        {
            type Null = Type::Null;
        }
    )*};
}

raw_arguments! {
    [] [A 0 I] [A 0 I B 1 J] [A 0 I B 1 J C 2 K] [A 0 I B 1 J C 2 K D 3 L]
    [A 0 I B 1 J C 2 K D 3 L E 4 M] [A 0 I B 1 J C 2 K D 3 L E 4 M F 5 N]
    [A 0 I B 1 J C 2 K D 3 L E 4 M F 5 N G 6 O] [A 0 I B 1 J C 2 K D 3 L E 4 M F 5 N G 6 O H 7 P]
    [A 0 A1 B 1 B1 C 2 C1 D 3 D1 E 4 E1 F 5 F1 G 6 G1 H 7 H1 I 8 I1]
    [A 0 A1 B 1 B1 C 2 C1 D 3 D1 E 4 E1 F 5 F1 G 6 G1 H 7 H1 I 8 I1 J 9 J1]
    [A 0 A1 B 1 B1 C 2 C1 D 3 D1 E 4 E1 F 5 F1 G 6 G1 H 7 H1 I 8 I1 J 9 J1 K 10 K1]
    [A 0 A1 B 1 B1 C 2 C1 D 3 D1 E 4 E1 F 5 F1 G 6 G1 H 7 H1 I 8 I1 J 9 J1 K 10 K1 L 11 L1]
}

expression!(
    impl[T: ColumnType, P: RawSql, A: RawArguments] Raw<T, P, A> {
        base: T::Base,
        kind: <A::Kind as Kind>::And<Constant>,
        precedence: 0,
    } where Self: Fragment
);

condition!(impl[T: ColumnType, P: RawSql, A: RawArguments] Raw<T, P, A>);

rust_operators!(impl[T: ColumnType, P: RawSql, A: RawArguments] Raw<T, P, A>);
