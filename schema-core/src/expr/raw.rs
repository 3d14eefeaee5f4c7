//! `sql!`: SQL that has no method of its own, with typed parameters and a typed result.

use std::fmt;
use std::marker::PhantomData;

use super::arithmetic::rust_operators;
use super::declare::{condition, expression};
use super::{Constant, Expression, InScope, Kind};
use crate::sql::{Arguments, Fragment, SqlWriter, Token};
use crate::types::ColumnType;

/// The text of a `sql!`, cut where its arguments stand.
pub trait RawSql: 'static {
    /// One piece more than there are arguments.
    const PIECES: &'static [&'static str];
}

/// SQL with the result type `T`; made by [`sql!`](crate::sql!).
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
pub fn raw<T: ColumnType, P: RawSql, A: RawArguments>(arguments: A) -> Raw<T, P, A> {
    Raw {
        arguments,
        marker: PhantomData,
    }
}

/// An argument of a `sql!`: an expression, or a value that becomes a parameter.
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

macro_rules! raw_arguments {
    ($([$($name:ident $index:tt $place:ident)*])*) => {$(
        impl<$($name: Expression),*> RawArguments for ($($name,)*) {
            type Kind = super::kind_of!($($name)*);
        }

        impl<Type: ColumnType, Text: RawSql, $($name: Expression),*> Fragment for Raw<Type, Text, ($($name,)*)> {
            const TOKENS: &'static [Token] = &[
                Token::Text(piece::<Text>(0)),
                $(Token::Sub($name::TOKENS), Token::Text(piece::<Text>($index + 1)),)*
            ];
            const STATIC: bool = true $(&& $name::STATIC)*;

            fn write(&self, sql: &mut SqlWriter) {
                sql.text(piece::<Text>(0));
                $(
                    self.arguments.$index.write(sql);
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
    [A 0 I B 1 J C 2 K D 3 L E 4 M F 5 N G 6 O H 7 P Q 8 Q1]
    [A 0 I B 1 J C 2 K D 3 L E 4 M F 5 N G 6 O H 7 P Q 8 Q1 R 9 R1]
    [A 0 I B 1 J C 2 K D 3 L E 4 M F 5 N G 6 O H 7 P Q 8 Q1 R 9 R1 S 10 S1]
    [A 0 I B 1 J C 2 K D 3 L E 4 M F 5 N G 6 O H 7 P Q 8 Q1 R 9 R1 S 10 S1 T 11 T1]
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
