//! JSON: `->`, `->>`, `#>`, `#>>`, `?`, `?|`, `?&`, `||`, `-`, `#-`, `@?`, `@@`, `is json`.
//!
//! <https://www.postgresql.org/docs/current/functions-json.html>

use schema_macros::hide_bounds;
use serde_json::Value as JsonValue;

use super::binary::{binary, operator, precedence};
use super::json_path::{HoldsPath, JsonLeaf, JsonPlace, WithPath, with};
use super::{
    Containment, IntoArgument, IntoExpr, Never, Op, Param, TextType, Typed, Unary, UnaryOperator,
};
use crate::expr::Expression;
use crate::table::Impossible;
use crate::types::{Json, JsonPath, Nullability, SqlType};

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
    /// `||`
    JsonMerge " || " OTHER;
    /// `-`
    Without " - " ADD;
    /// `#-`
    WithoutPath " #- " OTHER;
    /// `@?`
    PathExists " @? " OTHER Nullable;
    /// `@@`
    PathMatches " @@ " OTHER Nullable;
}

macro_rules! json_tests {
    ($($name:ident $text:literal;)*) => {$(
        #[doc = concat!("`", $text, "`")]
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl UnaryOperator for $name {
            type Null<N: Nullability> = N;
            const BEFORE: &'static str = "";
            const AFTER: &'static str = $text;
            const PRECEDENCE: u8 = precedence::IS;
        }
    )*};
}

json_tests! {
    IsJson " is json";
    IsJsonObject " is json object";
    IsJsonArray " is json array";
    IsJsonScalar " is json scalar";
    IsJsonWithUniqueKeys " is json with unique keys";
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

/// The argument of [`merge`](JsonMethods::merge): JSON, as a value or an expression.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not JSON to merge",
    label = "expected a `serde_json::Value` or a `Json<…>`"
)]
pub trait MergedJson {
    /// The expression.
    type Expr: Expression<Base: JsonType>;
    /// Converts the argument into the expression.
    fn into_merged(self) -> Self::Expr;
}

#[diagnostic::do_not_recommend]
impl<E: Expression<Base: JsonType>> MergedJson for E {
    type Expr = Self;

    fn into_merged(self) -> Self {
        self
    }
}

// Never applies: with a single impl for an expression, another type would produce a second error.
#[diagnostic::do_not_recommend]
#[allow(
    unused_lifetimes,
    reason = "without it, the compiler refuses a bound that cannot hold"
)]
impl<E> MergedJson for E
where
    for<'never> Impossible: Never<0>,
{
    type Expr = <Impossible as Never<0>>::Expr<JsonValue>;

    fn into_merged(self) -> Self::Expr {
        Impossible::never()
    }
}

#[diagnostic::do_not_recommend]
impl MergedJson for JsonValue {
    type Expr = Param<Self, Self>;

    fn into_merged(self) -> Self::Expr {
        Param::new(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T> MergedJson for Json<T>
where
    Self: SqlType,
{
    type Expr = Param<Self, Self>;

    fn into_merged(self) -> Self::Expr {
        Param::new(self)
    }
}

/// The argument of [`without`](JsonMethods::without): a key, an index, or a list of keys.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a key, an index nor a list of keys",
    label = "expected a `&str` or an array of them for an object, or an `i32` for an array"
)]
pub trait RemovedKey {
    /// The expression.
    type Expr: Expression;
    /// Converts the key into the expression.
    fn into_removed(self) -> Self::Expr;
}

macro_rules! removed {
    ($([$($generics:tt)*] $key:ty => $type:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> RemovedKey for $key {
            type Expr = Typed<Param<$type, Self>>;

            fn into_removed(self) -> Self::Expr {
                Typed(Param::new(self))
            }
        }
    )*};
}

removed! {
    ['a] &'a str => String;
    [] String => Self;
    [] i32 => Self;
    [] Vec<String> => Self;
    ['a, const N: usize] [&'a str; N] => Vec<String>;
    ['a] &'a [&'a str] => Vec<String>;
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
#[expect(
    clippy::wrong_self_convention,
    reason = "expressions are consumed, as in `is_null`"
)]
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

    /// `self || other`: the keys of both objects, where those of `other` win; or the elements of both arrays.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use serde_json::json;
    /// # use schema_core::types::JsonPath;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value, text: String }
    /// assert_eq!(
    ///     Note.select().columns(Note.body.merge(json!({"read": true}))).to_sql(),
    ///     r#"select "notes"."body" || $1 from "notes""#
    /// );
    /// ```
    fn merge<R: MergedJson<Expr = X>, X>(self, other: R) -> Op<JsonMerge, Self, X, JsonValue>
    where
        Self::Base: JsonType,
    {
        binary!(self, other.into_merged())
    }

    /// `self - key`: without a key, or without the element at an index. A list of keys is accepted as well.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use serde_json::json;
    /// # use schema_core::types::JsonPath;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value, text: String }
    /// assert_eq!(
    ///     Note.select().columns(Note.body.without("read").without(["a", "b"])).to_sql(),
    ///     r#"select "notes"."body" - $1::text - $2::text[] from "notes""#
    /// );
    /// ```
    fn without<K: RemovedKey<Expr = X>, X>(self, key: K) -> Op<Without, Self, X, JsonValue>
    where
        Self::Base: JsonType,
    {
        binary!(self, key.into_removed())
    }

    /// `self #- path`: without the value at a path of keys and indexes.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use serde_json::json;
    /// # use schema_core::types::JsonPath;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value, text: String }
    /// assert_eq!(
    ///     Note.select().columns(Note.body.without_path(["author", "name"])).to_sql(),
    ///     r#"select "notes"."body" #- $1 from "notes""#
    /// );
    /// ```
    fn without_path<P: IntoExpr<Vec<String>, Expr = X>, X>(
        self,
        path: P,
    ) -> Op<WithoutPath, Self, X, JsonValue>
    where
        Self::Base: JsonType,
    {
        binary!(self, path.into_expr())
    }

    /// `self @? path`: true if the path finds a value; NULL if it fails.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use serde_json::json;
    /// # use schema_core::types::JsonPath;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value, text: String }
    /// assert_eq!(
    ///     Note.select().columns(Note.body.path_exists(JsonPath::new("$.tags"))).to_sql(),
    ///     r#"select "notes"."body" @? $1 from "notes""#
    /// );
    /// ```
    fn path_exists<P: IntoExpr<JsonPath, Expr = X>, X>(self, path: P) -> Op<PathExists, Self, X>
    where
        Self::Base: JsonType,
    {
        binary!(self, path.into_expr())
    }

    /// `self @@ path`: the result of a path that is a predicate; NULL if it fails or is none.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use serde_json::json;
    /// # use schema_core::types::JsonPath;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value, text: String }
    /// assert_eq!(
    ///     Note.select().columns(Note.body.path_matches(JsonPath::new("$.score > 3"))).to_sql(),
    ///     r#"select "notes"."body" @@ $1 from "notes""#
    /// );
    /// ```
    fn path_matches<P: IntoExpr<JsonPath, Expr = X>, X>(self, path: P) -> Op<PathMatches, Self, X>
    where
        Self::Base: JsonType,
    {
        binary!(self, path.into_expr())
    }

    /// `self is json`: true if the text is JSON.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use serde_json::json;
    /// # use schema_core::types::JsonPath;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value, text: String }
    /// assert_eq!(
    ///     Note.select().columns(Note.text.is_json()).to_sql(),
    ///     r#"select "notes"."text" is json from "notes""#
    /// );
    /// ```
    fn is_json(self) -> Unary<IsJson, Self>
    where
        Self::Base: TextType,
    {
        Unary::new(self)
    }

    /// `self is json object`: true if the text is a JSON object.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use serde_json::json;
    /// # use schema_core::types::JsonPath;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value, text: String }
    /// assert_eq!(
    ///     Note.select().columns(Note.text.is_json_object()).to_sql(),
    ///     r#"select "notes"."text" is json object from "notes""#
    /// );
    /// ```
    fn is_json_object(self) -> Unary<IsJsonObject, Self>
    where
        Self::Base: TextType,
    {
        Unary::new(self)
    }

    /// `self is json array`: true if the text is a JSON array.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use serde_json::json;
    /// # use schema_core::types::JsonPath;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value, text: String }
    /// assert_eq!(
    ///     Note.select().columns(Note.text.is_json_array()).to_sql(),
    ///     r#"select "notes"."text" is json array from "notes""#
    /// );
    /// ```
    fn is_json_array(self) -> Unary<IsJsonArray, Self>
    where
        Self::Base: TextType,
    {
        Unary::new(self)
    }

    /// `self is json scalar`: true if the text is a JSON value other than an object or an array.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use serde_json::json;
    /// # use schema_core::types::JsonPath;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value, text: String }
    /// assert_eq!(
    ///     Note.select().columns(Note.text.is_json_scalar()).to_sql(),
    ///     r#"select "notes"."text" is json scalar from "notes""#
    /// );
    /// ```
    fn is_json_scalar(self) -> Unary<IsJsonScalar, Self>
    where
        Self::Base: TextType,
    {
        Unary::new(self)
    }

    /// `self is json with unique keys`: true if the text is JSON without an object that has a key twice.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use serde_json::json;
    /// # use schema_core::types::JsonPath;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value, text: String }
    /// assert_eq!(
    ///     Note.select().columns(Note.text.is_json_with_unique_keys()).to_sql(),
    ///     r#"select "notes"."text" is json with unique keys from "notes""#
    /// );
    /// ```
    fn is_json_with_unique_keys(self) -> Unary<IsJsonWithUniqueKeys, Self>
    where
        Self::Base: TextType,
    {
        Unary::new(self)
    }

    /// `jsonb_set(self, path, value)`: with the value at a typed path set. Further calls set further values. An optional
    /// field accepts `None`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use serde::{Deserialize, Serialize};
    /// #[derive(Serialize, Deserialize, JsonPaths)]
    /// struct Analysis { agent: String, score: Option<f64> }
    ///
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, analysis: Json<Analysis> }
    /// let path = Note.analysis.path();
    /// let analysis = Note.analysis.with(path.agent, "triage").with(path.score, None::<f64>);
    /// assert_eq!(
    ///     Note.update().set(Note.analysis, analysis).filter(Note.id.eq(7)).to_sql(),
    ///     r#"update "notes" set "analysis" = jsonb_set(jsonb_set("notes"."analysis", array['agent'], "#.to_owned()
    ///         + r#"to_jsonb($1::text)), array['score'], coalesce(to_jsonb($2::double precision), 'null')) where "notes"."id" = $3"#
    /// );
    /// ```
    fn with<
        L: JsonLeaf<Place: JsonPlace<Root = R>>,
        R: Expression,
        V: IntoArgument<L::Value, with, X>,
        X: Expression,
    >(
        self,
        path: L,
        value: V,
    ) -> WithPath<Self, L::Place, X>
    where
        Self::Base: HoldsPath<R::Base>,
    {
        let _ = path;
        WithPath::new(self, value.into_argument())
    }
}

impl<E: Expression> JsonMethods for E {}
