//! Operators before or behind one operand.

use std::marker::PhantomData;

use super::arithmetic::rust_operators;
use super::binary::{CLOSE, OPEN, when};
use super::declare::{condition, expression};
use super::{Expression, InScope};
use crate::sql::{Token, fragment};
use crate::types::Nullability;

/// An operator before or behind one operand, which gives a `bool`.
pub trait UnaryOperator: Copy + 'static {
    /// Whether the result can be NULL, where `N` says it of the operand.
    type Null<N: Nullability>: Nullability;
    /// What stands before the operand, with its space.
    const BEFORE: &'static str;
    /// What stands behind it, with its space.
    const BEHIND: &'static str;
    /// How tightly it binds.
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
    const PARENTHESES: bool = E::PRECEDENCE <= O::PRECEDENCE;
}

fragment!(impl[O: UnaryOperator, E: Expression] Unary<O, E> {
    [&[Token::Text(O::BEFORE)]],
    [when(Self::PARENTHESES, OPEN)], (operand: E), [when(Self::PARENTHESES, CLOSE)],
    [&[Token::Text(O::BEHIND)]],
});

expression!(impl[O: UnaryOperator, E: Expression] Unary<O, E> {
    base: bool,
    kind: E::Kind,
    precedence: O::PRECEDENCE,
});

impl<O: UnaryOperator, E: InScope<S, I>, S, I> InScope<S, (I,)> for Unary<O, E> {
    type Null = O::Null<E::Null>;
}

/// An expression that the user knows not to be NULL where it is used.
#[derive(Debug, Clone, Copy)]
pub struct NotNullable<E> {
    operand: E,
}

impl<E> NotNullable<E> {
    pub(crate) const fn new(operand: E) -> Self {
        Self { operand }
    }
}

fragment!(impl[E: Expression] NotNullable<E> { (operand: E) });

expression!(impl[E: Expression] NotNullable<E> {
    base: E::Base,
    kind: E::Kind,
    precedence: E::PRECEDENCE,
});

impl<E: InScope<S, I>, S, I> InScope<S, (I,)> for NotNullable<E> {
    type Null = crate::types::NotNull;
}

condition!(impl[O: UnaryOperator, E: Expression] Unary<O, E>);

condition!(impl[E: Expression] NotNullable<E>);

rust_operators!(impl[E: Expression] NotNullable<E>);
