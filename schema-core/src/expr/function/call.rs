//! Calls of functions, with any number of arguments.

use std::fmt;
use std::marker::PhantomData;

use crate::def::TableDef;
use crate::expr::arithmetic::rust_operators;
use crate::expr::cast::source;
use crate::expr::group::group_item;
use crate::expr::macros::{condition, expression, no_comparison};
use crate::expr::{Expression, InScope, Repeatable, cast};
use crate::scope::{AggregateArgument, Constant, Kind, kind_of};
use crate::sql::{Fragment, Token, fragment};
use crate::table::ColumnDefault;
use crate::tuples::for_each_tuple;
use crate::types::{ColumnType, NeverNull, Nullability, SqlType};

/// A function whose arguments have the types `A`, a tuple of types without NULL.
/// [`sql_function!`](crate::sql_function!) implements it.
pub trait Function<A>: 'static {
    /// The types of the parameters. An `Option` accepts NULL. If any other argument is NULL, the result is NULL.
    type Parameters;
    /// The type of the result, without NULL.
    type Output: SqlType;
    /// The nullability of the result if no argument is NULL.
    type Null: Nullability;
    /// The text up to the arguments, with the parenthesis.
    const OPEN: &'static str;
    /// The text after the arguments.
    const CLOSE: &'static str;
}

/// An argument of a function. A value is cast to its type, because the name of the function does not determine it.
#[derive(Debug, Clone, Copy)]
pub struct Argument<E>(E);

impl<E> Argument<E> {
    /// Creates an argument.
    pub const fn new(expression: E) -> Self {
        Self(expression)
    }
}

fragment!(impl[E: Expression] Argument<E> {
    (0: E), [const { if E::PARAMETER { cast::<E>() } else { &[] } }],
});

#[diagnostic::do_not_recommend]
impl<E: Repeatable> Repeatable for Argument<E> {}

// Only these two traits, so that an argument alone cannot be selected or ordered by.
impl<E: Expression> Expression for Argument<E> {
    type Base = E::Base;
    type Kind = E::Kind;
    type Subject = E::Subject;
    const PRECEDENCE: u8 = E::PRECEDENCE;
}

impl<E: InScope<S, I>, S, I> InScope<S, I> for Argument<E> {
    type Null = E::Null;
}

/// The arguments of a function, as a tuple.
pub trait ArgumentList: Fragment {
    /// The types of the arguments, without NULL.
    type Types;
    /// The kind of the arguments together.
    type Kind: Kind;
    /// The column that the first argument is, or is computed from.
    const COMPUTED_FROM: Option<(&'static TableDef, &'static str)> = None;
}

/// Arguments of a function with the parameters `P`, in the scope `S`.
pub trait ArgumentsIn<S, I, P>: ArgumentList {
    /// The nullability of the function, unless its result can always be NULL.
    type Null: Nullability;
}

impl ArgumentList for () {
    type Types = ();
    type Kind = Constant;
}

impl<S> ArgumentsIn<S, (), ()> for () {
    type Null = NeverNull;
}

macro_rules! arguments {
    ($($name:ident $index:tt $place:ident $parameter:ident),+) => {
        impl<$($name: Expression),+> ArgumentList for ($(Argument<$name>,)+) {
            type Types = ($($name::Base,)+);
            type Kind = kind_of!($($name)+);
            const COMPUTED_FROM: Option<(&'static TableDef, &'static str)> = source::<A>();
        }

        impl<S, $($name: InScope<S, $place>, $place, $parameter: ColumnType),+>
            ArgumentsIn<S, ($($place,)+), ($($parameter,)+)> for ($(Argument<$name>,)+)
        {
            type Null = arguments!(@null $($name $parameter)+);
        }

        #[diagnostic::do_not_recommend]
        impl<$($name: Repeatable),+> Repeatable for ($($name,)+) {}
    };
    (@null $name:ident $parameter:ident) => {
        <$parameter::Null as Nullability>::Strict<$name::Null>
    };
    (@null $name:ident $parameter:ident $($rest:ident)+) => {
        <arguments!(@null $name $parameter) as Nullability>::Or<arguments!(@null $($rest)+)>
    };
}

for_each_tuple!(arguments);

#[diagnostic::do_not_recommend]
impl Repeatable for () {}

/// A call of the function `F` with the arguments `A`: `lower("patients"."name")`.
pub struct Call<F, A = ()> {
    function: PhantomData<fn() -> F>,
    arguments: A,
}

impl<F, A> Call<F, A> {
    /// Creates the call. The expansion of [`sql_function!`](crate::sql_function!) uses it.
    pub const fn new(arguments: A) -> Self {
        Self {
            function: PhantomData,
            arguments,
        }
    }
}

impl<F, A: Clone> Clone for Call<F, A> {
    fn clone(&self) -> Self {
        Self::new(self.arguments.clone())
    }
}

impl<F, A: Copy> Copy for Call<F, A> {}

impl<F: Function<A::Types>, A: ArgumentList + fmt::Debug> fmt::Debug for Call<F, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple(F::OPEN.trim_end_matches('('))
            .field(&self.arguments)
            .finish()
    }
}

fragment!(impl[F: Function<A::Types>, A: ArgumentList] Call<F, A> {
    [&[Token::Text(F::OPEN)]], (arguments: A), [&[Token::Text(F::CLOSE)]],
});

expression!(impl[F: Function<A::Types>, A: ArgumentList] Call<F, A> {
    base: F::Output,
    kind: A::Kind,
    precedence: ATOM,
    computed_from: A::COMPUTED_FROM,
});

condition!(impl[F: Function<A::Types>, A: ArgumentList] Call<F, A>);

no_comparison!([F, A] Call<F, A>);

rust_operators!(impl[F: Function<A::Types>, A: ArgumentList] Call<F, A>);

group_item!(impl[F: Function<A::Types>, A: ArgumentList] Call<F, A>, A);

impl<F, A, S, I> InScope<S, (I,)> for Call<F, A>
where
    A: ArgumentList + ArgumentsIn<S, I, <F as Function<<A as ArgumentList>::Types>>::Parameters>,
    F: Function<<A as ArgumentList>::Types>,
{
    type Null = <F::Null as Nullability>::Or<A::Null>;
}

#[diagnostic::do_not_recommend]
impl<F: Function<()>, T, For> ColumnDefault<T, For> for Call<F>
where
    T: ColumnType<Base = F::Output>,
{
    fn sql(&self) -> String {
        format!("{}{}", F::OPEN, F::CLOSE)
    }
}

/// An expression that can be the argument of an aggregate.
#[diagnostic::on_unimplemented(
    message = "a window function cannot be the argument of an aggregate",
    label = "windows are computed after aggregates",
    note = "select it in a subquery, and aggregate that: `query.as_table().select().columns(…)`"
)]
pub trait Aggregated: Expression {}

#[diagnostic::do_not_recommend]
impl<E: Expression<Kind: AggregateArgument>> Aggregated for E {}
