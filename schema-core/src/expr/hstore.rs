//! The operators of the extension [`hstore`](https://www.postgresql.org/docs/current/hstore.html): `->`, `?`, `?&`, `?|`,
//! `||`, `-`.

use schema_macros::hide_bounds;

use super::arithmetic::operators::Subtraction;
use super::binary::{binary, operator};
use super::like::Concat;
use super::{Containment, Expression, IntoExpr, Op};
use crate::types::{Hstore, SqlType};

operator! {
    /// `->`
    HstoreEntry " -> " OTHER Nullable;
    /// `?`
    HasEntry " ? " OTHER;
    /// `?&`
    HasAllEntries " ?& " OTHER;
    /// `?|`
    HasAnyEntry " ?| " OTHER;
}

/// The type of maps of texts: [`Hstore`].
#[diagnostic::on_unimplemented(
    message = "this is for an `Hstore`, and the expression is of type `{Self}`",
    label = "not a map of texts"
)]
pub trait HstoreType: SqlType {}

#[diagnostic::do_not_recommend]
impl HstoreType for Hstore {}

#[diagnostic::do_not_recommend]
impl Containment for Hstore {
    type Part = Self;
}

/// The operators of maps of texts. [`ContainsMethods`](super::ContainsMethods) has `contains` and `contained_by`, and
/// [`function::hstore`](super::function::hstore) the functions.
///
/// ```
/// # use schema_core::prelude::*;
/// use schema_core::types::Hstore;
///
/// #[table(name = "items")]
/// #[index(gin(labels))]
/// struct Item {
///     #[column(primary_key)]
///     id: i64,
///     labels: Hstore,
/// }
///
/// let red = Item.labels.contains(Hstore::from_iter([("color", Some("red"))]));
/// assert_eq!(
///     Item.select().filter(red).columns(Item.labels.entry("size")).to_sql(),
///     r#"select "items"."labels" -> $1 from "items" where "items"."labels" @> $2"#
/// );
/// ```
#[hide_bounds]
pub trait HstoreMethods: Expression {
    /// `self -> key`: the value of a key; NULL if there is none.
    fn entry<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        key: R,
    ) -> Op<HstoreEntry, Self, X, String>
    where
        Self::Base: HstoreType,
    {
        binary!(self, key.into_expr())
    }

    /// `self ? key`: true if the map has the key.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::types::Hstore;
    /// # #[table(name = "items")]
    /// # struct Item { #[column(primary_key)] id: i64, labels: Hstore }
    /// let columns = (
    ///     Item.labels.has_entry("size"),
    ///     Item.labels.has_all_entries(["size", "color"]),
    ///     Item.labels.has_any_entry(["size", "color"]),
    /// );
    /// assert_eq!(
    ///     Item.select().columns(columns).to_sql(),
    ///     r#"select "items"."labels" ? $1, "items"."labels" ?& $2, "items"."labels" ?| $3 from "items""#
    /// );
    /// ```
    fn has_entry<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        key: R,
    ) -> Op<HasEntry, Self, X>
    where
        Self::Base: HstoreType,
    {
        binary!(self, key.into_expr())
    }

    /// `self ?& keys`: true if the map has all of the keys.
    fn has_all_entries<R: IntoExpr<Vec<String>, Self::Subject, Expr = X>, X>(
        self,
        keys: R,
    ) -> Op<HasAllEntries, Self, X>
    where
        Self::Base: HstoreType,
    {
        binary!(self, keys.into_expr())
    }

    /// `self ?| keys`: true if the map has one of the keys.
    fn has_any_entry<R: IntoExpr<Vec<String>, Self::Subject, Expr = X>, X>(
        self,
        keys: R,
    ) -> Op<HasAnyEntry, Self, X>
    where
        Self::Base: HstoreType,
    {
        binary!(self, keys.into_expr())
    }

    /// `self || other`: the entries of both; for a key in both, the value of `other`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::types::Hstore;
    /// # #[table(name = "items")]
    /// # struct Item { #[column(primary_key)] id: i64, labels: Hstore }
    /// let red = Hstore::from_iter([("color", Some("red"))]);
    /// let update = Item.update().set(Item.labels, Item.labels.concat_entries(red).without_entry("size"));
    /// assert_eq!(
    ///     update.filter(Item.id.eq(1)).to_sql(),
    ///     r#"update "items" set "labels" = ("items"."labels" || $1) - $2 where "items"."id" = $3"#
    /// );
    /// ```
    fn concat_entries<R: IntoExpr<Hstore, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Op<Concat, Self, X, Hstore>
    where
        Self::Base: HstoreType,
    {
        binary!(self, other.into_expr())
    }

    /// `self - key`: the map without a key.
    fn without_entry<R: IntoExpr<String, Self::Subject, Expr = X>, X>(
        self,
        key: R,
    ) -> Op<Subtraction, Self, X, Hstore>
    where
        Self::Base: HstoreType,
    {
        binary!(self, key.into_expr())
    }
}

impl<E: Expression> HstoreMethods for E {}
