//! Containment of JSON and arrays: `@>`, `<@`.
//!
//! <https://www.postgresql.org/docs/current/functions-array.html>

use super::binary::{binary, operator};
use super::{IntoExpr, Op};
use crate::expr::Expression;
use crate::types::{ArrayElement, ColumnType, SqlType};
use schema_macros::hide_bounds;

operator! {
    /// `@>`
    Contains " @> " OTHER;
    /// `<@`
    ContainedBy " <@ " OTHER;
}

/// A type whose values can contain each other: JSON and arrays.
#[diagnostic::on_unimplemented(
    message = "type `{Self}` does not contain anything; to search in text, use `like`: `.like(\"%part%\")`",
    label = "neither JSON nor an array"
)]
pub trait Containment: SqlType {
    /// The type of the contained part.
    type Part: SqlType;
}

#[diagnostic::do_not_recommend]
impl<E: ColumnType<Base: ArrayElement>> Containment for Vec<E> {
    type Part = Self;
}

/// The operators that JSON and arrays share.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, tags: Vec<String> }
/// assert_eq!(
///     Note.select().filter(Note.tags.contains(["urgent"])).columns(Note.id).to_sql(),
///     r#"select "notes"."id" from "notes" where "notes"."tags" @> $1"#
/// );
/// ```
#[hide_bounds]
pub trait ContainsMethods: Expression {
    /// `self @> part`: true if `self` has every element of the array `part`, or every key with its value of the JSON
    /// `part`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use serde_json::json;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value }
    /// assert_eq!(
    ///     Note.select().filter(Note.body.contains(json!({"urgent": true}))).columns(Note.id).to_sql(),
    ///     r#"select "notes"."id" from "notes" where "notes"."body" @> $1"#
    /// );
    /// ```
    fn contains<R, X>(self, part: R) -> Op<Contains, Self, X>
    where
        Self::Base: Containment,
        R: IntoExpr<<Self::Base as Containment>::Part, Self::Subject, Expr = X>,
    {
        binary!(self, part.into_expr())
    }

    /// `self <@ whole`: true if `whole` contains `self`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, tags: Vec<String> }
    /// assert_eq!(
    ///     Note.select().filter(Note.tags.contained_by(["urgent", "done"])).columns(Note.id).to_sql(),
    ///     r#"select "notes"."id" from "notes" where "notes"."tags" <@ $1"#
    /// );
    /// ```
    fn contained_by<R, X>(self, whole: R) -> Op<ContainedBy, Self, X>
    where
        Self::Base: Containment,
        R: IntoExpr<<Self::Base as Containment>::Part, Self::Subject, Expr = X>,
    {
        binary!(self, whole.into_expr())
    }
}

impl<E: Expression> ContainsMethods for E {}
