//! Rust's `==` and `<` on an expression.

use crate::table::Impossible;

/// The right operand of a Rust comparison of an expression. No type is one: SQL is compared by methods.
#[diagnostic::on_unimplemented(
    message = "Rust's comparison operators do not compare SQL; write `.eq(…)`, or `ne`, `lt`, `le`, `gt`, `ge`",
    label = "compares Rust values"
)]
pub trait ComparedInRust {}

// With several impls, the compiler explains none of them.
#[diagnostic::do_not_recommend]
impl ComparedInRust for Impossible {}
#[diagnostic::do_not_recommend]
impl ComparedInRust for () {}
