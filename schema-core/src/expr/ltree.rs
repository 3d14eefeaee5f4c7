//! The operators of the extension [`ltree`](https://www.postgresql.org/docs/current/ltree.html): `~`, `?`, `@`, `||`.

use schema_macros::hide_bounds;

use super::binary::{binary, operator};
use super::like::Concat;
use super::{Containment, Expression, IntoExpr, Op};
use crate::types::{Lquery, Ltree, Ltxtquery, SqlType};

operator! {
    /// `~`
    MatchesLquery " ~ " OTHER;
    /// `?`
    MatchesAnyLquery " ? " OTHER;
    /// `@`
    MatchesLtxtquery " @ " OTHER;
}

/// The type of paths: [`Ltree`].
#[diagnostic::on_unimplemented(
    message = "this is for an `Ltree`, and the expression is of type `{Self}`",
    label = "not a path of labels"
)]
pub trait LtreeType: SqlType {}

#[diagnostic::do_not_recommend]
impl LtreeType for Ltree {}

/// `contains`: true if a path is an ancestor of the other one, or equal to it.
#[diagnostic::do_not_recommend]
impl Containment for Ltree {
    type Part = Self;
}

/// The operators of paths. [`ContainsMethods`](super::ContainsMethods) has `contains` (`@>`) for ancestors and
/// `contained_by` (`<@`) for descendants, and [`function::ltree`](super::function::ltree) the functions.
///
/// ```
/// # use schema_core::prelude::*;
/// use schema_core::types::{Lquery, Ltree};
///
/// #[table(name = "topics")]
/// #[index(gist(path))]
/// struct Topic {
///     #[column(primary_key)]
///     id: i64,
///     path: Ltree,
/// }
///
/// let science: Ltree = "Top.Science".parse()?;
/// let below = Topic.path.contained_by(science).and(Topic.path.matches_lquery(Lquery::from("*.Astro*.*")));
/// assert_eq!(
///     Topic.select().filter(below).columns(Topic.id).to_sql(),
///     r#"select "topics"."id" from "topics" where "topics"."path" <@ $1 and "topics"."path" ~ $2"#
/// );
/// # Ok::<(), schema_core::types::LtreeError>(())
/// ```
#[hide_bounds]
pub trait LtreeMethods: Expression {
    /// `self ~ pattern`: true if the path matches the pattern.
    fn matches_lquery<R: IntoExpr<Lquery, Self::Subject, Expr = X>, X>(
        self,
        pattern: R,
    ) -> Op<MatchesLquery, Self, X>
    where
        Self::Base: LtreeType,
    {
        binary!(self, pattern.into_expr())
    }

    /// `self ? patterns`: true if the path matches one of the patterns.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::types::{Lquery, Ltree};
    /// # #[table(name = "topics")]
    /// # struct Topic { #[column(primary_key)] id: i64, path: Ltree }
    /// let patterns = [Lquery::from("Top.*"), Lquery::from("*.Science")];
    /// assert_eq!(
    ///     Topic.select().filter(Topic.path.matches_any_lquery(patterns)).columns(Topic.id).to_sql(),
    ///     r#"select "topics"."id" from "topics" where "topics"."path" ? $1"#
    /// );
    /// ```
    fn matches_any_lquery<R: IntoExpr<Vec<Lquery>, Self::Subject, Expr = X>, X>(
        self,
        patterns: R,
    ) -> Op<MatchesAnyLquery, Self, X>
    where
        Self::Base: LtreeType,
    {
        binary!(self, patterns.into_expr())
    }

    /// `self @ condition`: true if the labels of the path satisfy the condition.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::types::{Ltree, Ltxtquery};
    /// # #[table(name = "topics")]
    /// # struct Topic { #[column(primary_key)] id: i64, path: Ltree }
    /// let astronomy = Topic.path.matches_ltxtquery(Ltxtquery::from("Astro* & !pictures@"));
    /// assert_eq!(
    ///     Topic.select().filter(astronomy).columns(Topic.id).to_sql(),
    ///     r#"select "topics"."id" from "topics" where "topics"."path" @ $1"#
    /// );
    /// ```
    fn matches_ltxtquery<R: IntoExpr<Ltxtquery, Self::Subject, Expr = X>, X>(
        self,
        condition: R,
    ) -> Op<MatchesLtxtquery, Self, X>
    where
        Self::Base: LtreeType,
    {
        binary!(self, condition.into_expr())
    }

    /// `self || other`: the path with the labels of both.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::types::Ltree;
    /// # #[table(name = "topics")]
    /// # struct Topic { #[column(primary_key)] id: i64, path: Ltree }
    /// assert_eq!(
    ///     Topic.select().columns(Topic.path.concat_path(Topic.path)).to_sql(),
    ///     r#"select "topics"."path" || "topics"."path" from "topics""#
    /// );
    /// ```
    fn concat_path<R: IntoExpr<Ltree, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Op<Concat, Self, X, Ltree>
    where
        Self::Base: LtreeType,
    {
        binary!(self, other.into_expr())
    }
}

impl<E: Expression> LtreeMethods for E {}
