//! Containment of JSON, arrays and ranges: `@>`, `<@`; arrays with common elements: `&&`.
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
    /// `&&`
    Overlap " && " OTHER;
}

/// A type whose values can contain each other: JSON, arrays and ranges.
#[diagnostic::on_unimplemented(
    message = "type `{Self}` does not contain anything; to search in text, use `like`: `.like(\"%part%\")`",
    label = "neither JSON, an array nor a range"
)]
pub trait Containment: SqlType {
    /// The type of the contained part.
    type Part: SqlType;
}

#[diagnostic::do_not_recommend]
impl<E: ColumnType<Base: ArrayElement>> Containment for Vec<E> {
    type Part = Self;
}

/// A type whose values can have something in common: arrays.
#[diagnostic::on_unimplemented(
    message = "values of type `{Self}` do not overlap",
    label = "not an array"
)]
pub trait Overlapping: SqlType {
    /// The type itself. It is an associated type so that another type is a single error.
    type Other: SqlType;
}

#[diagnostic::do_not_recommend]
impl<E: ColumnType<Base: ArrayElement>> Overlapping for Vec<E> {
    type Other = Self;
}

/// The operators that JSON, arrays and ranges share.
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
    /// `self @> part`: true if `self` has every element of the array `part`, every key with its value of the JSON `part`, or
    /// every value of the range `part`.
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

    /// `self && other`: true if the two arrays have an element in common.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, tags: Vec<String> }
    /// assert_eq!(
    ///     Note.select().filter(Note.tags.overlaps(["urgent", "new"])).columns(Note.id).to_sql(),
    ///     r#"select "notes"."id" from "notes" where "notes"."tags" && $1"#
    /// );
    /// ```
    fn overlaps<R, X>(self, other: R) -> Op<Overlap, Self, X>
    where
        Self::Base: Overlapping,
        R: IntoExpr<<Self::Base as Overlapping>::Other, Self::Subject, Expr = X>,
    {
        binary!(self, other.into_expr())
    }
}

impl<E: Expression> ContainsMethods for E {}
