//! Containment: `@>`, `<@`, of JSON and of arrays.
//!
//! <https://www.postgresql.org/docs/current/functions-array.html>

use super::binary::{binary, operator};
use super::{Binary, Expression, IntoExpr};
use crate::types::{ArrayElement, ColumnType, SqlType};
use schema_macros::hide_bounds;

operator! {
    /// `@>`
    Contains " @> " OTHER;
    /// `<@`
    ContainedBy " <@ " OTHER;
}

/// A type that can contain another of its kind: JSON, and arrays.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` does not contain anything",
    label = "neither JSON nor an array",
    note = "a text contains another by `like`: `.like(\"%part%\")`"
)]
pub trait Containment: SqlType {
    /// What it contains.
    type Part: SqlType;
}

#[diagnostic::do_not_recommend]
impl<E: ColumnType<Base: ArrayElement>> Containment for Vec<E> {
    type Part = Self;
}

/// What JSON and arrays have in common.
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
    /// `self @> part`: every key and value of `part` is there; of arrays, every element.
    fn contains<R, X>(self, part: R) -> Binary<Contains, Self, X>
    where
        Self::Base: Containment,
        R: IntoExpr<<Self::Base as Containment>::Part, Self::Subject, Expr = X>,
    {
        binary!(self, part.into_expr())
    }

    /// `self <@ whole`
    fn contained_by<R, X>(self, whole: R) -> Binary<ContainedBy, Self, X>
    where
        Self::Base: Containment,
        R: IntoExpr<<Self::Base as Containment>::Part, Self::Subject, Expr = X>,
    {
        binary!(self, whole.into_expr())
    }
}

impl<E: Expression> ContainsMethods for E {}
