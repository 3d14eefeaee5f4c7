//! The operators of text: `like`, `ilike`, `||`.
//!
//! <https://www.postgresql.org/docs/current/functions-matching.html>

use super::binary::{binary, operator};
use super::{IntoExpr, Op};
use crate::expr::Expression;
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

/// A text type: `String`.
#[diagnostic::on_unimplemented(
    message = "this is for text, and the expression is of type `{Self}`; use `sql!(String, \"{{}}::text\", column)`",
    label = "not text"
)]
pub trait TextType: SqlType {}

#[diagnostic::do_not_recommend]
impl TextType for String {}

/// The operators of text.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64,
/// # #[column(unique)] name: String, age: Option<i32> }
/// let query = Patient.select().filter(Patient.name.ilike("%ana%")).columns(Patient.name.concat("!"));
/// assert_eq!(
///     query.to_sql(),
///     r#"select "patients"."name" || $1 from "patients" where "patients"."name" ilike $2"#
/// );
/// ```
#[hide_bounds]
pub trait TextMethods: Expression {
    /// `self like pattern`: `%` matches any characters, `_` a single one. `\` before either matches it literally.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.name.like("An_%")).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."name" like $1"#
    /// );
    /// ```
    fn like<R: IntoExpr<String, Self::Subject, Expr = X>, X>(self, pattern: R) -> Op<Like, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, pattern.into_expr())
    }

    /// `self not like pattern`: see [`like`](Self::like).
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.name.not_like("An%")).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."name" not like $1"#
    /// );
    /// ```
    fn not_like<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        pattern: R,
    ) -> Op<NotLike, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, pattern.into_expr())
    }

    /// `self ilike pattern`: [`like`](Self::like) without regard to case.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.name.ilike("an%")).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."name" ilike $1"#
    /// );
    /// ```
    fn ilike<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        pattern: R,
    ) -> Op<Ilike, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, pattern.into_expr())
    }

    /// `self not ilike pattern`: see [`ilike`](Self::ilike).
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.name.not_ilike("an%")).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."name" not ilike $1"#
    /// );
    /// ```
    fn not_ilike<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        pattern: R,
    ) -> Op<NotIlike, Self, X>
    where
        Self::Base: TextType,
    {
        binary!(self, pattern.into_expr())
    }

    /// `self || other`: the two texts joined together.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().columns(Patient.name.concat(" (patient)")).to_sql(),
    ///     r#"select "patients"."name" || $1 from "patients""#
    /// );
    /// ```
    fn concat<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Op<Concat, Self, X, String>
    where
        Self::Base: TextType,
    {
        binary!(self, other.into_expr())
    }
}

impl<E: Expression> TextMethods for E {}
