//! Checks that generated code leaves to the type checker, with their messages.

use schema_macros::hide_bounds;

use super::Base;
use crate::expr::IntoExpr;
use crate::table::{Column, ColumnMarker, UniqueKey};
use crate::types::{ColumnType, Moment};

/// Checks that `T` can be the type of column `C`. The result is used as an array length: if the bound fails, the length
/// is an error, and the compiler stays silent about later uses of the column.
#[hide_bounds]
pub const fn column_type<T: TypeOf<R, C>, R, C>() -> usize {
    1
}

/// The type of a field: a [`ColumnType`]. Messages name column `C` of the struct `R`.
#[diagnostic::on_unimplemented(
    message = "column `{C}` of `{R}` cannot have type `{Self}`",
    label = "no Postgres type is known for this",
    note = "an enum derives `PgEnum`, a struct around one value `PgNewtype`; a type of serde is stored as `Json<…>`"
)]
pub trait TypeOf<R, C> {}

#[diagnostic::do_not_recommend]
impl<T: ColumnType, R, C> TypeOf<R, C> for T {}

/// Checks that typed paths lead into a field of type `T`: an array length, for the same reason as [`column_type`].
#[cfg(feature = "json")]
#[hide_bounds]
pub const fn json_type<T: crate::expr::JsonShape>() -> usize {
    1
}

/// Checks that `T` can be the type of a column `for ordinality`.
#[cfg(feature = "json")]
#[hide_bounds]
pub const fn ordinality_type<T: OrdinalityType>() {}

/// The type of a column `for ordinality`.
#[cfg(feature = "json")]
#[diagnostic::on_unimplemented(
    message = "the number of a row is an `i32`, and this field is of type `{Self}`",
    label = "expected `i32`"
)]
pub trait OrdinalityType {}

#[cfg(feature = "json")]
#[diagnostic::do_not_recommend]
impl OrdinalityType for i32 {}

/// Checks that `T` can be the type of a column `exists path`.
#[cfg(feature = "json")]
#[hide_bounds]
pub const fn exists_type<T: ExistsType>() {}

/// The type of a column `exists path`.
#[cfg(feature = "json")]
#[diagnostic::on_unimplemented(
    message = "a column with `exists` is a `bool`, and this field is of type `{Self}`",
    label = "expected `bool`"
)]
pub trait ExistsType {}

#[cfg(feature = "json")]
#[diagnostic::do_not_recommend]
impl ExistsType for bool {}

/// Projects the element type out of the array made for [`column_type`].
pub trait ElementOf {
    /// The element.
    type Element;
}

impl<T, const N: usize> ElementOf for [T; N] {
    type Element = T;
}

/// A column whose type is checked.
#[allow(missing_debug_implementations, reason = "it lives for one expression")]
pub struct Referenced<S, R>(pub Column<S, R>);

#[hide_bounds]
impl<S, R: ColumnMarker> Referenced<S, R> {
    /// Checks that column `C`, which references it, has the same type.
    ///
    /// It is a method, so that the compiler knows `R` before it compares the types.
    pub const fn by<C: ColumnMarker>(self)
    where
        Base<C>: References<Base<R>, C::Table, C>,
    {
    }

    /// Checks that a column that each update sets to `now()` has a type for it.
    pub const fn updated_at(self)
    where
        Base<R>: UpdatedAt<R::Table, R>,
    {
    }
}

/// Checks that columns are unique together.
#[hide_bounds]
pub fn unique<T, K: UniqueKey<T>>(_columns: K) {}

/// A value by which `find` looks up column `C`.
pub trait IntoKey<C: ColumnMarker> {
    /// The expression.
    type Expr;
    /// The expression.
    fn into_key(self) -> Self::Expr;
}

impl<V: IntoExpr<Base<C>, Column<C::Table, C>>, C: ColumnMarker> IntoKey<C> for V {
    type Expr = V::Expr;

    #[inline]
    fn into_key(self) -> V::Expr {
        self.into_expr()
    }
}

/// The type of a foreign key's column, which equals that of the column it references.
#[diagnostic::on_unimplemented(
    message = "column `{C}` of `{R}` has type `{Self}`, but references a column of type `{T}`; use `{T}`",
    label = "the column that this references has type `{T}`"
)]
pub trait References<T, R, C> {}

#[diagnostic::do_not_recommend]
impl<T, R, C> References<T, R, C> for T {}

/// Checks that a column whose type is written `Option<…>` is nullable.
pub const fn optional<C: ColumnMarker<Type: OptionalColumn>>() {}

/// The type of an `updated_at` column: a [`Moment`].
#[diagnostic::on_unimplemented(
    message = "`updated_at` column `{C}` of `{R}` has type `{Self}`; use a type of `timestamptz`",
    label = "expected a type stored as `timestamptz`, such as `DateTime<Utc>`"
)]
pub trait UpdatedAt<R, C> {}

#[diagnostic::do_not_recommend]
impl<T: Moment, R, C> UpdatedAt<R, C> for T {}

/// Rust's own `Option`, rather than another type of that name.
#[diagnostic::on_unimplemented(
    message = "a type written `Option<…>` must be Rust's own, but this is `{Self}`",
    label = "not `core::option::Option`",
    note = "use a different path or name for it"
)]
pub trait OptionalColumn {}

#[diagnostic::do_not_recommend]
impl<T> OptionalColumn for Option<T> {}
