//! JSON: `->`, `->>`, `#>`, `#>>`, `?`, `?|`, `?&`.
//!
//! <https://www.postgresql.org/docs/current/functions-json.html>

use schema_macros::hide_bounds;
use serde_json::Value as JsonValue;

use super::binary::{binary, operator};
use super::{Containment, IntoExpr, Op, Param, Typed};
use crate::expr::Expression;
use crate::types::{Json, SqlType};

operator! {
    /// `->`
    Get " -> " OTHER Nullable;
    /// `->>`
    GetText " ->> " OTHER Nullable;
    /// `#>`
    AtPath " #> " OTHER Nullable;
    /// `#>>`
    AtPathText " #>> " OTHER Nullable;
    /// `?`
    HasKey " ? " OTHER;
    /// `?|`
    HasAnyKey " ?| " OTHER;
    /// `?&`
    HasAllKeys " ?& " OTHER;
}

/// A JSON type: `serde_json::Value`, or [`Json`] of a struct.
#[diagnostic::on_unimplemented(
    message = "this is for JSON, of type `serde_json::Value` or `Json<…>`, and the expression is of type `{Self}`",
    label = "not JSON"
)]
pub trait JsonType: SqlType {}

#[diagnostic::do_not_recommend]
impl JsonType for JsonValue {}

#[diagnostic::do_not_recommend]
impl<T> JsonType for Json<T> where Self: SqlType {}

/// A key of an object, `&str`, or an index of an array, `i32`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a key nor an index",
    label = "expected a `&str` for an object, or an `i32` for an array"
)]
pub trait JsonKey {
    /// `String` or `i32`.
    type Type: SqlType;
    /// The expression.
    type Expr: Expression<Base = Self::Type>;
    /// Converts the key into the expression.
    fn into_key(self) -> Self::Expr;
}

macro_rules! keys {
    ($($key:ty => $type:ty, $expr:ty, |$self:ident| $value:expr;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl JsonKey for $key {
            type Type = $type;
            type Expr = $expr;

            fn into_key($self) -> Self::Expr {
                $value
            }
        }
    )*};
}

keys! {
    &str => String, Param<String, Self>, |self| Param::new(self);
    String => Self, Param<Self, Self>, |self| Param::new(self);
    // The cast distinguishes the text from that of a query with a key.
    i32 => Self, Typed<Param<Self, Self>>, |self| Typed(Param::new(self));
}

#[diagnostic::do_not_recommend]
impl Containment for JsonValue {
    type Part = Self;
}

#[diagnostic::do_not_recommend]
impl<T> Containment for Json<T>
where
    Self: SqlType,
{
    type Part = JsonValue;
}

/// The operators of JSON. [`ContainsMethods`](super::ContainsMethods) has those that JSON shares with arrays.
///
/// ```
/// # use schema_core::prelude::*;
/// # use serde_json::{Value, json};
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, body: Option<Value> }
/// let urgent = Note
///     .select()
///     .filter(Note.body.contains(json!({"urgent": true})))
///     .columns(Note.body.get_text("author"));
/// assert_eq!(
///     urgent.to_sql(),
///     r#"select "notes"."body" ->> $1 from "notes" where "notes"."body" @> $2"#
/// );
/// ```
#[hide_bounds]
pub trait JsonMethods: Expression {
    /// `self -> key`: the value of a key or at an index; NULL if there is none.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value }
    /// assert_eq!(
    ///     Note.select().columns(Note.body.get("author")).to_sql(),
    ///     r#"select "notes"."body" -> $1 from "notes""#
    /// );
    /// ```
    fn get<K: JsonKey<Expr = X>, X>(self, key: K) -> Op<Get, Self, X, JsonValue>
    where
        Self::Base: JsonType,
    {
        binary!(self, key.into_key())
    }

    /// `self ->> key`: the value of a key or at an index, as text; NULL if there is none.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value }
    /// assert_eq!(
    ///     Note.select().columns(Note.body.get("tags").get_text(0)).to_sql(),
    ///     r#"select "notes"."body" -> $1 ->> $2::integer from "notes""#
    /// );
    /// ```
    fn get_text<K: JsonKey<Expr = X>, X>(self, key: K) -> Op<GetText, Self, X, String>
    where
        Self::Base: JsonType,
    {
        binary!(self, key.into_key())
    }

    /// `self #> path`: the value at a path of keys and indexes; NULL if there is none.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value }
    /// assert_eq!(
    ///     Note.select().columns(Note.body.at(["author", "address"])).to_sql(),
    ///     r#"select "notes"."body" #> $1 from "notes""#
    /// );
    /// ```
    fn at<P: IntoExpr<Vec<String>, Expr = X>, X>(self, path: P) -> Op<AtPath, Self, X, JsonValue>
    where
        Self::Base: JsonType,
    {
        binary!(self, path.into_expr())
    }

    /// `self #>> path`: the value at a path of keys and indexes, as text; NULL if there is none.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value }
    /// assert_eq!(
    ///     Note.select().columns(Note.body.at_text(["authors", "0", "name"])).to_sql(),
    ///     r#"select "notes"."body" #>> $1 from "notes""#
    /// );
    /// ```
    fn at_text<P: IntoExpr<Vec<String>, Expr = X>, X>(
        self,
        path: P,
    ) -> Op<AtPathText, Self, X, String>
    where
        Self::Base: JsonType,
    {
        binary!(self, path.into_expr())
    }

    /// `self ? key`: true if the object has the key, or the array has the string as an element.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value }
    /// assert_eq!(
    ///     Note.select().filter(Note.body.has_key("author")).columns(Note.id).to_sql(),
    ///     r#"select "notes"."id" from "notes" where "notes"."body" ? $1"#
    /// );
    /// ```
    fn has_key<R: IntoExpr<String, Expr = X>, X>(self, key: R) -> Op<HasKey, Self, X>
    where
        Self::Base: JsonType,
    {
        binary!(self, key.into_expr())
    }

    /// `self ?| keys`: true if the object has at least one of the keys.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value }
    /// assert_eq!(
    ///     Note.select().filter(Note.body.has_any_key(["author", "editor"])).columns(Note.id).to_sql(),
    ///     r#"select "notes"."id" from "notes" where "notes"."body" ?| $1"#
    /// );
    /// ```
    fn has_any_key<R: IntoExpr<Vec<String>, Expr = X>, X>(self, keys: R) -> Op<HasAnyKey, Self, X>
    where
        Self::Base: JsonType,
    {
        binary!(self, keys.into_expr())
    }

    /// `self ?& keys`: true if the object has all of the keys.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value }
    /// assert_eq!(
    ///     Note.select().filter(Note.body.has_all_keys(["author", "editor"])).columns(Note.id).to_sql(),
    ///     r#"select "notes"."id" from "notes" where "notes"."body" ?& $1"#
    /// );
    /// ```
    fn has_all_keys<R: IntoExpr<Vec<String>, Expr = X>, X>(self, keys: R) -> Op<HasAllKeys, Self, X>
    where
        Self::Base: JsonType,
    {
        binary!(self, keys.into_expr())
    }
}

impl<E: Expression> JsonMethods for E {}
