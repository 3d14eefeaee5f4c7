//! What every expression can do: comparison, null tests, lists, ranges.
//!
//! <https://www.postgresql.org/docs/current/functions-comparison.html>

use super::binary::{binary, operator, precedence};
use super::list::{All, Any, IntoList};
use super::unary::Unary;
use super::{Binary, InList, IntoExpr, Kind, UnaryOperator};
use crate::sql::Fragment;
use crate::types::{NotNull, Nullability, SqlType};
use schema_macros::hide_bounds;

/// The operators' types, as they stand in the type of a query.
pub mod operators {
    super::operator! {
        /// `=`
        Eq " = " COMPARE;
        /// `<>`
        Ne " <> " COMPARE;
        /// `<`
        Lt " < " COMPARE;
        /// `<=`
        Le " <= " COMPARE;
        /// `>`
        Gt " > " COMPARE;
        /// `>=`
        Ge " >= " COMPARE;
        /// `is distinct from`
        IsDistinctFrom " is distinct from " IS NotNull;
        /// `is not distinct from`
        IsNotDistinctFrom " is not distinct from " IS NotNull;
    }

    /// `is null`
    #[derive(Debug, Clone, Copy)]
    pub struct IsNull;

    /// `is not null`
    #[derive(Debug, Clone, Copy)]
    pub struct IsNotNull;
}

use operators::{Eq, Ge, Gt, IsDistinctFrom, IsNotDistinctFrom, IsNotNull, IsNull, Le, Lt, Ne};

macro_rules! null_tests {
    ($($name:ident $text:literal;)*) => {$(
        impl UnaryOperator for $name {
            type Null<N: Nullability> = NotNull;
            const BEFORE: &'static str = "";
            const BEHIND: &'static str = $text;
            const PRECEDENCE: u8 = precedence::IS;
        }
    )*};
}

null_tests! {
    IsNull " is null";
    IsNotNull " is not null";
}

/// A part of a query that has a value: a column, an operator's result, a function's.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "patients")]
/// struct Patient {
///     #[column(primary_key)]
///     id: i64,
///     age: Option<i32>,
/// }
///
/// let adults = Patient.select().filter(Patient.age.ge(18).and(Patient.id.ne(7)));
/// assert_eq!(
///     adults.to_sql(),
///     r#"select "patients"."id", "patients"."age" from "patients" where "patients"."age" >= $1 and "patients"."id" <> $2"#
/// );
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an expression",
    label = "expected a column, or an expression of columns"
)]
#[expect(
    clippy::wrong_self_convention,
    reason = "`is_null` and its siblings build an expression, as `eq` does"
)]
#[hide_bounds]
pub trait Expression: Fragment + Sized {
    /// The type, without NULL.
    type Base: SqlType;
    /// Whether it is computed from a row, or from many.
    type Kind: Kind;
    /// What messages call it: a column itself, of all else its type.
    type Subject;
    /// How tightly its outermost operator binds.
    const PRECEDENCE: u8;
    /// The table's and the column's name, where this is a column.
    const COLUMN: Option<(&'static str, &'static str)> = None;
    /// Whether this is a parameter alone, whose type its text does not tell.
    const PARAMETER: bool = false;

    /// `self = other`
    fn eq<R: IntoExpr<Self::Base, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Binary<Eq, Self, X> {
        binary!(self, other.into_expr())
    }

    /// `self <> other`
    fn ne<R: IntoExpr<Self::Base, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Binary<Ne, Self, X> {
        binary!(self, other.into_expr())
    }

    /// `self < other`
    fn lt<R: IntoExpr<Self::Base, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Binary<Lt, Self, X> {
        binary!(self, other.into_expr())
    }

    /// `self <= other`
    fn le<R: IntoExpr<Self::Base, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Binary<Le, Self, X> {
        binary!(self, other.into_expr())
    }

    /// `self > other`
    fn gt<R: IntoExpr<Self::Base, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Binary<Gt, Self, X> {
        binary!(self, other.into_expr())
    }

    /// `self >= other`
    fn ge<R: IntoExpr<Self::Base, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Binary<Ge, Self, X> {
        binary!(self, other.into_expr())
    }

    /// `self is distinct from other`: NULL is a value like any other. Takes `Option`.
    fn is_distinct_from<R: super::Assign<Option<Self::Base>, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Binary<IsDistinctFrom, Self, X> {
        binary!(self, other.assign())
    }

    /// `self is not distinct from other`: NULL equals NULL. Takes `Option`.
    fn is_not_distinct_from<R: super::Assign<Option<Self::Base>, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Binary<IsNotDistinctFrom, Self, X> {
        binary!(self, other.assign())
    }

    /// `self is null`
    fn is_null(self) -> Unary<IsNull, Self> {
        Unary::new(self)
    }

    /// `self is not null`
    fn is_not_null(self) -> Unary<IsNotNull, Self> {
        Unary::new(self)
    }

    /// `self = any(values)`: one of the values. The list is one parameter, however long; none is equal to an
    /// element of an empty list.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.id.eq_any([1, 2, 3])).columns(Patient.name).to_sql(),
    ///     r#"select "patients"."name" from "patients" where "patients"."id" = any($1)"#
    /// );
    /// ```
    fn eq_any<L: IntoList<Self::Base, Self::Subject>>(
        self,
        values: L,
    ) -> InList<Any, Self, L::List> {
        InList::new(self, values.into_list())
    }

    /// `self <> all(values)`: none of the values. Every value but NULL is, where the list is empty.
    fn ne_all<L: IntoList<Self::Base, Self::Subject>>(
        self,
        values: L,
    ) -> InList<All, Self, L::List> {
        InList::new(self, values.into_list())
    }

    /// `self between low and high`, both included.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.age.between(18, 65)).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."age" between $1 and $2"#
    /// );
    /// ```
    fn between<L, H>(self, low: L, high: H) -> super::list::Between<Self, L::Expr, H::Expr>
    where
        L: IntoExpr<Self::Base, Self::Subject>,
        H: IntoExpr<Self::Base, Self::Subject>,
    {
        super::list::Between::new(self, low.into_expr(), high.into_expr())
    }

    /// The same expression, where it is known that it is not NULL, such as a distance under a filter on it. Reading
    /// a row where it is NULL is an error.
    fn assume_not_null(self) -> super::unary::NotNullable<Self> {
        super::unary::NotNullable::new(self)
    }
}
