//! Operators between two operands.

use std::fmt;
use std::marker::PhantomData;

use super::arithmetic::rust_operators;
use super::group::group_item;
use super::macros::{bool_operators, expression, no_comparison};
use super::{Boolean, Condition};
use crate::expr::{Expression, InScope};
use crate::scope::Kind;
use crate::sql::{Scan, Token, fragment};
use crate::types::{Nullability, SqlType};

/// The precedence of operators: see
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
    pub(crate) const AT: u8 = 10;
    pub(crate) const COLLATE: u8 = 11;
    pub(crate) const ATOM: u8 = 12;
}

/// A binary operator: its text, precedence and associativity.
pub trait Operator: Copy + 'static {
    /// The text between the operands, with its spaces.
    const TEXT: &'static str;
    /// The operator precedence: a larger number binds more tightly.
    const PRECEDENCE: u8;
    /// True if `a op (b op c)` equals `(a op b) op c`, so that neither needs parentheses.
    const ASSOCIATIVE: bool = false;
    /// True if `a op b op c` means `(a op b) op c`. Otherwise it is a syntax error.
    const LEFT: bool = Self::PRECEDENCE >= precedence::OTHER || Self::ASSOCIATIVE;
    /// The end of the name of the operator class by which a vector index supports the operator, if it is a distance.
    const CLASS: Option<&'static str> = None;
    /// The nullability of the result, if that of the operands is `N`.
    type Null<N: Nullability>: Nullability;
}

/// `left operator right`, of type `T`.
///
/// The method that builds the node checks operand and result types. The node itself has no bounds, which the compiler
/// would check again for all nodes below it.
pub struct Op<O, L, R, T = bool> {
    pub(crate) operator: PhantomData<fn() -> (O, T)>,
    pub(crate) left: L,
    pub(crate) right: R,
}

/// Builds an [`Op`]. It is a macro because a function would be compiled again for each operator of each query.
macro_rules! binary {
    ($left:expr, $right:expr) => {
        $crate::expr::Op {
            operator: std::marker::PhantomData,
            left: $left,
            right: $right,
        }
    };
}
pub(crate) use binary;

impl<O, L: Clone, R: Clone, T> Clone for Op<O, L, R, T> {
    fn clone(&self) -> Self {
        binary!(self.left.clone(), self.right.clone())
    }
}

impl<O, L: Copy, R: Copy, T> Copy for Op<O, L, R, T> {}

impl<O: Operator, L: fmt::Debug, R: fmt::Debug, T> fmt::Debug for Op<O, L, R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple(O::TEXT.trim())
            .field(&self.left)
            .field(&self.right)
            .finish()
    }
}

/// Returns the parenthesis if it is needed.
pub(crate) const fn parenthesis_if(
    needed: bool,
    parenthesis: &'static [Token],
) -> &'static [Token] {
    if needed { parenthesis } else { &[] }
}

pub(crate) const OPEN: &[Token] = &[Token::Text("(")];
pub(crate) const CLOSE: &[Token] = &[Token::Text(")")];

impl<O: Operator, L: Expression, R: Expression, T> Op<O, L, R, T> {
    /// True if the left operand needs parentheses.
    const LEFT: bool =
        L::PRECEDENCE < O::PRECEDENCE || (L::PRECEDENCE == O::PRECEDENCE && !O::LEFT);
    /// True if the right operand needs parentheses.
    const RIGHT: bool =
        R::PRECEDENCE < O::PRECEDENCE || (R::PRECEDENCE == O::PRECEDENCE && !O::ASSOCIATIVE);
}

fragment!(impl[O: Operator, L: Expression, R: Expression, T] Op<O, L, R, T> {
    [parenthesis_if(Self::LEFT, OPEN)], (left: L), [parenthesis_if(Self::LEFT, CLOSE)],
    [&[Token::Text(O::TEXT)]],
    [parenthesis_if(Self::RIGHT, OPEN)], (right: R), [parenthesis_if(Self::RIGHT, CLOSE)],
} absent |this| match O::PRECEDENCE {
    precedence::AND => both(this.left.absent(), this.right.absent(), false),
    precedence::OR => both(this.left.absent(), this.right.absent(), true),
    _ => None,
});

/// Returns the result of `and` (`decisive` is false) or `or` (it is true): an operand with this value decides.
fn both(left: Option<bool>, right: Option<bool>, decisive: bool) -> Option<bool> {
    if left == Some(decisive) || right == Some(decisive) {
        return Some(decisive);
    }
    (left.is_some() && right.is_some()).then_some(!decisive)
}

expression!(
    impl[O: Operator, L: Expression, R: Expression, T: SqlType] Op<O, L, R, T> {
        base: T,
        kind: <L::Kind as Kind>::And<R::Kind>,
        precedence: O::PRECEDENCE,
        scan: match O::CLASS {
            Some(class) => scan::<L, R>(class),
            None => Scan::Plain,
        },
    }
);

/// Returns the scan by the vector index of one of the operands of a distance.
const fn scan<L: Expression, R: Expression>(class: &str) -> Scan {
    match (L::INDEXES, R::INDEXES) {
        (Some((table, column)), _) | (None, Some((table, column))) => {
            Scan::of_column(table, column, class)
        }
        (None, None) => match (L::COMPUTED_FROM, R::COMPUTED_FROM) {
            (Some((table, column)), _) | (None, Some((table, column))) => {
                Scan::of_expression(table, column, <L::Base as SqlType>::DATA_TYPE.name, class)
            }
            (None, None) => Scan::Plain,
        },
    }
}

impl<O, L, R, T, S, I, J> InScope<S, (I, J)> for Op<O, L, R, T>
where
    O: Operator,
    T: SqlType,
    L: InScope<S, I>,
    R: InScope<S, J>,
{
    type Null = O::Null<<L::Null as Nullability>::Or<R::Null>>;
}

/// Declares operators: name, text, precedence, and the nullability of the result.
macro_rules! operator {
    ($(
        $(#[$doc:meta])* $name:ident $text:literal $precedence:ident $($null:ident)? $(=> $associative:literal)?
        $(, class $class:literal)?;
    )*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl $crate::expr::binary::Operator for $name {
            const TEXT: &'static str = $text;
            const PRECEDENCE: u8 = $crate::expr::binary::precedence::$precedence;
            $(const ASSOCIATIVE: bool = $associative;)?
            $(const CLASS: Option<&'static str> = Some($class);)?
            $crate::expr::binary::operator!(@null $($null)?);
        }
    )*};
    (@null) => { type Null<N: $crate::types::Nullability> = N; };
    (@null $null:ident) => { type Null<N: $crate::types::Nullability> = $crate::types::$null; };
}
pub(crate) use operator;

// No bounds on the operands here: the query that uses the condition checks them.
#[diagnostic::do_not_recommend]
impl<O, L, R, T: Boolean> Condition for Op<O, L, R, T> {
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

no_comparison!([O, L, R, T] Op<O, L, R, T>);

bool_operators!(impl[O, L, R, T: Boolean] Op<O, L, R, T> where T: SqlType);

rust_operators!(impl[O: Operator, L: Expression, R: Expression, T: SqlType] Op<O, L, R, T>);

group_item!(impl[O: Operator, L: Expression, R: Expression, T: SqlType] Op<O, L, R, T>, L, R);
