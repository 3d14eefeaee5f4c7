//! Arrays: `"a"."tags"[1]`, `array[…]`, `array(query)`.
//!
//! <https://www.postgresql.org/docs/current/arrays.html>,
//! <https://www.postgresql.org/docs/current/functions-array.html>. The functions are in
//! [`function`](crate::expr::function), and `@>`, `<@` and `&&` in [`ContainsMethods`](super::ContainsMethods).

mod constructor;
mod subscript;

pub use self::constructor::{
    ArrayItems, ArrayList, ArrayOf, ArrayQuery, FitsElement, IntoArray, ItemOf, array, array_of,
};
pub use self::subscript::{ArrayMethods, Slice, SliceBound, SliceBoundIn, Subscript};

use crate::types::{ArrayElement, ColumnType, Nullability, SqlType};

/// An array type: a `Vec` of a column's type.
#[diagnostic::on_unimplemented(
    message = "this is for arrays, and the expression is of type `{Self}`",
    label = "not an array"
)]
pub trait ArrayType: SqlType {
    /// The type of an element, without NULL.
    type Element: ArrayElement;
    /// The nullability of the elements.
    type Null: Nullability;
}

#[diagnostic::do_not_recommend]
impl<C: ColumnType<Base: ArrayElement>> ArrayType for Vec<C> {
    type Element = C::Base;
    type Null = C::Null;
}
