//! JSON: `->`, `->>`, `#>`, `#>>`, `?`, `?|`, `?&`.
//!
//! <https://www.postgresql.org/docs/current/functions-json.html>

use schema_macros::hide_bounds;
use serde_json::Value as JsonValue;

use super::binary::{binary, operator};
use super::{Binary, Containment, Expression, IntoExpr, Param, Typed};
use crate::types::{Json, SqlType};

operator! {
    /// `->`
    Get " -> " OTHER Nullable;
    /// `->>`
    GetText " ->> " OTHER Nullable;
    /// `#>`
    At " #> " OTHER Nullable;
    /// `#>>`
    AtText " #>> " OTHER Nullable;
    /// `?`
    HasKey " ? " OTHER;
    /// `?|`
    HasAnyKey " ?| " OTHER;
    /// `?&`
    HasAllKeys " ?& " OTHER;
}

/// A type that is JSON: `serde_json::Value`, or [`Json`] of a struct.
#[diagnostic::on_unimplemented(
    message = "this is for JSON, and the expression is a `{Self}`",
    label = "not JSON",
    note = "JSON columns have the type `serde_json::Value`, or `Json<…>` around a struct of yours"
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
    /// The expression.
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
    // With its type, so that the text is not the same as for a key.
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

/// What JSON can do; [`contains`](super::ContainsMethods::contains) it has in common with arrays.
///
/// ```
/// # use schema_core::prelude::*;
/// # use serde_json::{Value, json};
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, body: Option<Value> }
/// let urgent = Note.select().filter(Note.body.contains(json!({"urgent": true}))).columns(Note.body.get_text("author"));
/// assert_eq!(
///     urgent.to_sql(),
///     r#"select "notes"."body" ->> $1 from "notes" where "notes"."body" @> $2"#
/// );
/// ```
#[hide_bounds]
pub trait JsonMethods: Expression {
    /// `self -> key`: the value of a key or at an index, or NULL.
    fn get<K: JsonKey<Expr = X>, X>(self, key: K) -> Binary<Get, Self, X, JsonValue>
    where
        Self::Base: JsonType,
    {
        binary!(self, key.into_key())
    }

    /// `self ->> key`: the same as text.
    fn get_text<K: JsonKey<Expr = X>, X>(self, key: K) -> Binary<GetText, Self, X, String>
    where
        Self::Base: JsonType,
    {
        binary!(self, key.into_key())
    }

    /// `self #> path`: the value at a path of keys and indexes, or NULL.
    fn at<P: IntoExpr<Vec<String>, Expr = X>, X>(self, path: P) -> Binary<At, Self, X, JsonValue>
    where
        Self::Base: JsonType,
    {
        binary!(self, path.into_expr())
    }

    /// `self #>> path`: the same as text.
    fn at_text<P: IntoExpr<Vec<String>, Expr = X>, X>(
        self,
        path: P,
    ) -> Binary<AtText, Self, X, String>
    where
        Self::Base: JsonType,
    {
        binary!(self, path.into_expr())
    }

    /// `self ? key`: the object has the key, or the array the text.
    fn has_key<R: IntoExpr<String, Expr = X>, X>(self, key: R) -> Binary<HasKey, Self, X>
    where
        Self::Base: JsonType,
    {
        binary!(self, key.into_expr())
    }

    /// `self ?| keys`: the object has one of the keys.
    fn has_any_key<R: IntoExpr<Vec<String>, Expr = X>, X>(
        self,
        keys: R,
    ) -> Binary<HasAnyKey, Self, X>
    where
        Self::Base: JsonType,
    {
        binary!(self, keys.into_expr())
    }

    /// `self ?& keys`: the object has all of the keys.
    fn has_all_keys<R: IntoExpr<Vec<String>, Expr = X>, X>(
        self,
        keys: R,
    ) -> Binary<HasAllKeys, Self, X>
    where
        Self::Base: JsonType,
    {
        binary!(self, keys.into_expr())
    }
}

impl<E: Expression> JsonMethods for E {}
