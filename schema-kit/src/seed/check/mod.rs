//! Check constraints that are understood: [`parse`] reads an expression, [`restrict`] applies it to the values of columns.
//! A check that is not understood restricts nothing; then the server decides about each row.

mod parse;
mod restrict;

pub(super) use self::parse::{Expression, parse};
pub(super) use self::restrict::{Order, restrict};
