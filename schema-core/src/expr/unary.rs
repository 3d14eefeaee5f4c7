//! Operators before or after one operand.

use std::marker::PhantomData;

use super::arithmetic::rust_operators;
use super::binary::{CLOSE, OPEN, parenthesis_if, precedence};
use super::group::group_item;
use super::macros::{condition, expression};
use crate::expr::{Expression, InScope};
use crate::sql::{Token, fragment};
use crate::types::Nullability;

/// An operator before or after one operand, whose result is a `bool`.
pub trait UnaryOperator: Copy + 'static {
    /// The nullability of the result, if that of the operand is `N`.
    type Null<N: Nullability>: Nullability;
    /// The text before the operand, with its space.
    const BEFORE: &'static str;
    /// The text after the operand, with its space.
    const AFTER: &'static str;
    /// The operator precedence: a larger number binds more tightly.
    const PRECEDENCE: u8;
}

/// `operator operand` or `operand operator`.
#[derive(Debug, Clone, Copy)]
pub struct Unary<O, E> {
    operator: PhantomData<O>,
    operand: E,
}

impl<O, E> Unary<O, E> {
    pub(crate) const fn new(operand: E) -> Self {
        Self {
            operator: PhantomData,
            operand,
        }
    }
}

impl<O: UnaryOperator, E: Expression> Unary<O, E> {
    /// True if the operand needs parentheses.
    const PARENTHESES: bool = E::PRECEDENCE <= O::PRECEDENCE;
}

fragment!(impl[O: UnaryOperator, E: Expression] Unary<O, E> {
    [&[Token::Text(O::BEFORE)]],
    [parenthesis_if(Self::PARENTHESES, OPEN)], (operand: E), [parenthesis_if(Self::PARENTHESES, CLOSE)],
    [&[Token::Text(O::AFTER)]],
} absent |this| match O::PRECEDENCE {
    precedence::NOT => this.operand.absent().map(|value| !value),
    _ => None,
});

expression!(impl[O: UnaryOperator, E: Expression] Unary<O, E> {
    base: bool,
    kind: E::Kind,
    precedence: O::PRECEDENCE,
});

impl<O: UnaryOperator, E: InScope<S, I>, S, I> InScope<S, (I,)> for Unary<O, E> {
    type Null = O::Null<E::Null>;
}

/// An expression whose nullability is asserted, and not that of its operand.
macro_rules! asserted {
    ($($(#[$doc:meta])* $name:ident $null:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name<E> {
            operand: E,
        }

        impl<E> $name<E> {
            pub(crate) const fn new(operand: E) -> Self {
                Self { operand }
            }
        }

        fragment!(impl[E: Expression] $name<E> { (operand: E) });

        expression!(impl[E: Expression] $name<E> {
            base: E::Base,
            kind: E::Kind,
            precedence: E::PRECEDENCE,
            subquery: E::SUBQUERY,
        });

        impl<E: InScope<S, I>, S, I> InScope<S, (I,)> for $name<E> {
            type Null = crate::types::$null;
        }

        condition!(impl[E: Expression] $name<E>);
        rust_operators!(impl[E: Expression] $name<E>);
        group_item!(impl[E: Expression] $name<E>, E);
    )*};
}

asserted! {
    /// An expression that is assumed not to be NULL, from [`assume_not_null`](Expression::assume_not_null).
    NotNullable NeverNull;
    /// An expression as an `Option`, from [`nullable`](Expression::nullable).
    AsNullable Nullable;
}

condition!(impl[O: UnaryOperator, E: Expression] Unary<O, E>);

group_item!(impl[O: UnaryOperator, E: Expression] Unary<O, E>, E);
