//! The operators of bits: `&`, `|`, `#`, `~`, `<<`, `>>`.
//!
//! <https://www.postgresql.org/docs/current/functions-math.html>,
//! <https://www.postgresql.org/docs/current/functions-bitstring.html>

use schema_macros::hide_bounds;

use super::arithmetic::rust_operators;
use super::binary::{CLOSE, OPEN, binary, operator, parenthesis_if, precedence};
use super::function::Argument;
use super::group::group_item;
use super::macros::{expression, no_comparison};
use super::{Expression, InScope, IntoExpr, Op};
use crate::sql::fragment;
use crate::types::{Bits, SqlType};

operator! {
    /// `&`
    BitAnd " & " OTHER;
    /// `|`
    BitOr " | " OTHER;
    /// `#`
    BitXor " # " OTHER;
    /// `<<`
    ShiftLeft " << " OTHER;
    /// `>>`
    ShiftRight " >> " OTHER;
}

/// A type with bits: an integer, or [`Bits`].
#[diagnostic::on_unimplemented(
    message = "this is for integers and bits, and the expression is of type `{Self}`",
    label = "neither an integer nor bits"
)]
pub trait Bitwise: SqlType {}

#[diagnostic::do_not_recommend]
impl Bitwise for i16 {}
#[diagnostic::do_not_recommend]
impl Bitwise for i32 {}
#[diagnostic::do_not_recommend]
impl Bitwise for i64 {}
#[diagnostic::do_not_recommend]
impl<const N: usize> Bitwise for Bits<N> {}

/// The operators of bits. Rust's `&` and `|` join conditions, so these are methods.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "users")]
/// # struct User { #[column(primary_key)] id: i64, flags: i32 }
/// assert_eq!(
///     User.select().filter(User.flags.bit_and(4).ne(0)).columns(User.flags.bit_or(1)).to_sql(),
///     r#"select "users"."flags" | $1 from "users" where "users"."flags" & $2 <> $3"#
/// );
/// ```
#[hide_bounds]
pub trait BitMethods: Expression {
    /// `self & other`: the bits that both have.
    fn bit_and<R: IntoExpr<Self::Base, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Op<BitAnd, Self, X, Self::Base>
    where
        Self::Base: Bitwise,
    {
        binary!(self, other.into_expr())
    }

    /// `self | other`: the bits that one of them has.
    fn bit_or<R: IntoExpr<Self::Base, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Op<BitOr, Self, X, Self::Base>
    where
        Self::Base: Bitwise,
    {
        binary!(self, other.into_expr())
    }

    /// `self # other`: the bits that only one of them has.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "users")]
    /// # struct User { #[column(primary_key)] id: i64, flags: i32 }
    /// assert_eq!(
    ///     User.select().columns((User.flags.bit_xor(1), User.flags.bit_not())).to_sql(),
    ///     r#"select "users"."flags" # $1, ~ "users"."flags" from "users""#
    /// );
    /// ```
    fn bit_xor<R: IntoExpr<Self::Base, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Op<BitXor, Self, X, Self::Base>
    where
        Self::Base: Bitwise,
    {
        binary!(self, other.into_expr())
    }

    /// `~ self`: the opposite of each bit.
    fn bit_not(self) -> BitNot<Self>
    where
        Self::Base: Bitwise,
    {
        BitNot {
            operand: Argument::new(self),
        }
    }

    /// `self << count`: the bits moved to the left.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "users")]
    /// # struct User { #[column(primary_key)] id: i64, flags: i32 }
    /// assert_eq!(
    ///     User.select().columns((User.flags.shift_left(1), User.flags.shift_right(2))).to_sql(),
    ///     r#"select "users"."flags" << $1, "users"."flags" >> $2 from "users""#
    /// );
    /// ```
    fn shift_left<R: IntoExpr<i32, Self::Subject, Expr = X>, X>(
        self,
        count: R,
    ) -> Op<ShiftLeft, Self, X, Self::Base>
    where
        Self::Base: Bitwise,
    {
        binary!(self, count.into_expr())
    }

    /// `self >> count`: the bits moved to the right.
    fn shift_right<R: IntoExpr<i32, Self::Subject, Expr = X>, X>(
        self,
        count: R,
    ) -> Op<ShiftRight, Self, X, Self::Base>
    where
        Self::Base: Bitwise,
    {
        binary!(self, count.into_expr())
    }
}

impl<E: Expression> BitMethods for E {}

/// `~ operand`
#[derive(Debug, Clone, Copy)]
pub struct BitNot<E> {
    operand: Argument<E>,
}

const fn loose<E: Expression>() -> bool {
    E::PRECEDENCE <= precedence::OTHER
}

fragment!(impl[E: Expression] BitNot<E> {
    "~ ", [parenthesis_if(loose::<E>(), OPEN)], (operand: Argument<E>), [parenthesis_if(loose::<E>(), CLOSE)],
});

expression!(impl[E: Expression] BitNot<E> { base: E::Base, kind: E::Kind, precedence: OTHER });

impl<E: InScope<S, I>, S, I> InScope<S, (I,)> for BitNot<E> {
    type Null = E::Null;
}

no_comparison!([E] BitNot<E>);

rust_operators!(impl[E: Expression] BitNot<E>);

group_item!(impl[E: Expression] BitNot<E>, E);
