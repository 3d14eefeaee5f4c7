//! Expressions that a query can read.

use crate::expr::Expression;
use crate::types::Nullability;

/// An expression all of whose sources are part of the scope `S`. The compiler infers the places `I`.
#[diagnostic::on_unimplemented(
    message = "this is not an expression over the tables of this query",
    label = "expected a column, or an expression of columns",
    note = "a function returns a condition as `BoxedCondition<'_, (Table,)>`, made by `.boxed()`"
)]
pub trait InScope<S, I>: Expression {
    /// The nullability of the expression in this scope.
    type Null: Nullability;
}
