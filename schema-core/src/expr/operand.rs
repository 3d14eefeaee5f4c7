//! Right operands of operators that accept several types.

use super::group::group_item;
use super::macros::{condition, expression};
use super::{Expression, InScope, IntoExpr, cast};
use crate::sql::fragment;
use crate::types::SqlType;

/// An operand whose type does not follow from the operator and the other operand. A value is cast to its type, because
/// sqlx caches prepared statements by their text alone.
#[derive(Debug, Clone, Copy)]
pub struct Operand<E>(pub(crate) E);

fragment!(impl[E: Expression] Operand<E> {
    (0: E), [const { if E::PARAMETER { cast::<E>() } else { &[] } }],
});

expression!(impl[E: Expression] Operand<E> {
    base: E::Base,
    kind: E::Kind,
    precedence: if E::PARAMETER { ATOM } else { E::PRECEDENCE },
});

condition!(impl[E: Expression] Operand<E>);

group_item!(impl[E: Expression] Operand<E>, E);

impl<E: InScope<S, I>, S, I> InScope<S, (I,)> for Operand<E> {
    type Null = E::Null;
}

/// A type of the right operand of the operator `O`, if the left one has the type `L`.
#[diagnostic::on_unimplemented(
    message = "an operand of type `{Self}` does not fit one of type `{L}`",
    label = "another type is expected here"
)]
pub trait Fits<O, L>: SqlType {}

/// A value or an expression of type `N` that can be the right operand of the operator `O`, if the left one has the type `L`.
#[diagnostic::on_unimplemented(
    message = "`{O}` does not accept `{Self}` next to `{L}`; convert it to another type",
    label = "of a type that does not fit here"
)]
pub trait OperandOf<O, L, N> {}

#[diagnostic::do_not_recommend]
impl<R, O, L, N> OperandOf<O, L, N> for R
where
    R: IntoExpr<N>,
    N: Fits<O, L>,
{
}
