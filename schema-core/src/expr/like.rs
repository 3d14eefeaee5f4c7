//! Patterns and texts.
//!
//! <https://www.postgresql.org/docs/current/functions-matching.html>

use super::binary::{binary, operator};
use super::{Binary, Expression, IntoExpr};
use crate::types::SqlType;
use schema_macros::hide_bounds;

operator! {
    /// `like`
    Like " like " LIKE;
    /// `not like`
    NotLike " not like " LIKE;
    /// `ilike`
    Ilike " ilike " LIKE;
    /// `not ilike`
    NotIlike " not ilike " LIKE;
    /// `||`
    Concat " || " OTHER;
}

/// A type that is text.
#[diagnostic::on_unimplemented(
    message = "this is for text, and the expression is a `{Self}`",
    label = "not text",
    note = "of another type, the text is `sql!(String, \"{{}}::text\", column)`"
)]
pub trait TextType: SqlType {}

#[diagnostic::do_not_recommend]
impl TextType for String {}

/// What texts can do.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
/// let query = Patient.select().filter(Patient.name.ilike("%ana%")).columns(Patient.name.concat("!"));
/// assert_eq!(
///     query.to_sql(),
///     r#"select "patients"."name" || $1 from "patients" where "patients"."name" ilike $2"#
/// );
/// ```
#[hide_bounds]
pub trait TextMethods: Expression {
    /// `self like pattern`: `%` stands for any characters, `_` for one, `\` before either for itself.
    fn like<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        pattern: R,
    ) -> Binary<Like, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, pattern.into_expr())
    }

    /// `self not like pattern`
    fn not_like<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        pattern: R,
    ) -> Binary<NotLike, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, pattern.into_expr())
    }

    /// `self ilike pattern`: upper and lower case are the same.
    fn ilike<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        pattern: R,
    ) -> Binary<Ilike, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, pattern.into_expr())
    }

    /// `self not ilike pattern`
    fn not_ilike<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        pattern: R,
    ) -> Binary<NotIlike, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, pattern.into_expr())
    }

    /// `self || other`
    fn concat<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Binary<Concat, Self, X, String>
    where
        Self::Base: TextType,
    {
        binary!(self, other.into_expr())
    }
}

impl<E: Expression> TextMethods for E {}
