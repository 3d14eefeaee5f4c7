//! Operators between two operands.

use std::fmt;
use std::marker::PhantomData;

use super::arithmetic::rust_operators;
use super::declare::expression;
use super::{Boolean, Condition, Expression, InScope, Kind};
use crate::sql::{Token, fragment};
use crate::types::{Nullability, SqlType};

/// How tightly an operator binds: see
/// [operator precedence](https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-PRECEDENCE).
pub(crate) mod precedence {
    pub(crate) const OR: u8 = 1;
    pub(crate) const AND: u8 = 2;
    pub(crate) const NOT: u8 = 3;
    pub(crate) const IS: u8 = 4;
    pub(crate) const COMPARE: u8 = 5;
    pub(crate) const LIKE: u8 = 6;
    pub(crate) const OTHER: u8 = 7;
    pub(crate) const ADD: u8 = 8;
    pub(crate) const MULTIPLY: u8 = 9;
    pub(crate) const ATOM: u8 = 12;
}

/// An operator's text.
pub trait Operator: Copy + 'static {
    /// What stands between the operands, with its spaces.
    const TEXT: &'static str;
    /// How tightly it binds.
    const PRECEDENCE: u8;
    /// Whether `a op (b op c)` is `(a op b) op c`, so that neither needs parentheses.
    const ASSOCIATIVE: bool = false;
    /// Whether `a op b op c` means `(a op b) op c`; else that is a syntax error.
    const LEFT: bool = Self::PRECEDENCE >= precedence::OTHER || Self::ASSOCIATIVE;
    /// Whether the result can be NULL, where `N` says it of the operands.
    type Null<N: Nullability>: Nullability;
}

/// `left operator right`, of type `T`.
///
/// That the operands fit the operator, and what comes of them, is for the method to ask that makes it. Asked of the node,
/// it would be asked of all nodes below each time that the compiler meets one.
pub struct Binary<O, L, R, T = bool> {
    pub(crate) operator: PhantomData<fn() -> (O, T)>,
    pub(crate) left: L,
    pub(crate) right: R,
}

/// The operator of two operands. No function: there would be one more for each operator of each query.
macro_rules! binary {
    ($left:expr, $right:expr) => {
        $crate::expr::Binary {
            operator: std::marker::PhantomData,
            left: $left,
            right: $right,
        }
    };
}
pub(crate) use binary;

impl<O, L: Clone, R: Clone, T> Clone for Binary<O, L, R, T> {
    fn clone(&self) -> Self {
        binary!(self.left.clone(), self.right.clone())
    }
}

impl<O, L: Copy, R: Copy, T> Copy for Binary<O, L, R, T> {}

impl<O: Operator, L: fmt::Debug, R: fmt::Debug, T> fmt::Debug for Binary<O, L, R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple(O::TEXT.trim())
            .field(&self.left)
            .field(&self.right)
            .finish()
    }
}

/// A parenthesis, where `needed`.
pub(crate) const fn when(needed: bool, parenthesis: &'static [Token]) -> &'static [Token] {
    if needed { parenthesis } else { &[] }
}

pub(crate) const OPEN: &[Token] = &[Token::Text("(")];
pub(crate) const CLOSE: &[Token] = &[Token::Text(")")];

impl<O: Operator, L: Expression, R: Expression, T> Binary<O, L, R, T> {
    const LEFT: bool =
        L::PRECEDENCE < O::PRECEDENCE || (L::PRECEDENCE == O::PRECEDENCE && !O::LEFT);
    const RIGHT: bool =
        R::PRECEDENCE < O::PRECEDENCE || (R::PRECEDENCE == O::PRECEDENCE && !O::ASSOCIATIVE);
}

fragment!(impl[O: Operator, L: Expression, R: Expression, T] Binary<O, L, R, T> {
    [when(Self::LEFT, OPEN)], (left: L), [when(Self::LEFT, CLOSE)],
    [&[Token::Text(O::TEXT)]],
    [when(Self::RIGHT, OPEN)], (right: R), [when(Self::RIGHT, CLOSE)],
});

expression!(
    impl[O: Operator, L: Expression, R: Expression, T: SqlType] Binary<O, L, R, T> {
        base: T,
        kind: <L::Kind as Kind>::And<R::Kind>,
        precedence: O::PRECEDENCE,
    }
);

impl<O, L, R, T, S, I, J> InScope<S, (I, J)> for Binary<O, L, R, T>
where
    O: Operator,
    T: SqlType,
    L: InScope<S, I>,
    R: InScope<S, J>,
{
    type Null = O::Null<<L::Null as Nullability>::Or<R::Null>>;
}

/// Declares operators: a name, its text, its precedence, and what the result's nullability is.
macro_rules! operator {
    ($($(#[$doc:meta])* $name:ident $text:literal $precedence:ident $($null:ident)? $(=> $associative:literal)?;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl $crate::expr::binary::Operator for $name {
            const TEXT: &'static str = $text;
            const PRECEDENCE: u8 = $crate::expr::binary::precedence::$precedence;
            $(const ASSOCIATIVE: bool = $associative;)?
            $crate::expr::binary::operator!(@null $($null)?);
        }
    )*};
    (@null) => { type Null<N: $crate::types::Nullability> = N; };
    (@null $null:ident) => { type Null<N: $crate::types::Nullability> = $crate::types::$null; };
}
pub(crate) use operator;

/// Of whatever operands: what stands in a query asks them.
#[diagnostic::do_not_recommend]
impl<O, L, R, T: Boolean> Condition for Binary<O, L, R, T> {
    type And = Self;
    type Or = Self;

    #[inline]
    fn into_and(self) -> Self {
        self
    }

    #[inline]
    fn into_or(self) -> Self {
        self
    }
}

rust_operators!(impl[O: Operator, L: Expression, R: Expression, T: SqlType] Binary<O, L, R, T>);
