//! Functions of JSON.
//!
//! <https://www.postgresql.org/docs/current/functions-json.html>
//!
//! `jsonb` is a `serde_json::Value` or a [`Json`](crate::types::Json). The operators are in
//! [`JsonMethods`](crate::expr::JsonMethods).
//!
//! ```
//! # use schema_core::prelude::*;
//! use schema_core::expr::function::{jsonb_array_length, jsonb_build_object, jsonb_set, jsonb_typeof, to_jsonb};
//! use serde_json::{Value, json};
//!
//! # #[table(name = "notes")]
//! # struct Note { #[column(primary_key)] id: i64, title: String, body: Value }
//! let query = Note
//!     .select()
//!     .filter(jsonb_typeof(Note.body).eq("array"))
//!     .columns((jsonb_array_length(Note.body), jsonb_build_object((("title", Note.title), ("version", 2)))));
//! assert_eq!(
//!     query.to_sql(),
//!     r#"select jsonb_array_length("notes"."body"), "#.to_owned()
//!         + r#"jsonb_build_object($1::text, "notes"."title", $2::text, $3::integer) from "notes" "#
//!         + r#"where jsonb_typeof("notes"."body") = $4"#
//! );
//! let update = Note.update().set(Note.body, jsonb_set(Note.body, ["title"], to_jsonb(Note.title))).all_rows();
//! assert_eq!(
//!     update.to_sql(),
//!     r#"update "notes" set "body" = jsonb_set("notes"."body", $1::text[], to_jsonb("notes"."title"))"#
//! );
//! ```

use schema_macros::hide_bounds;
use serde_json::Value as JsonValue;

use super::aggregate::generic_aggregates;
use super::{AggregateCall, Argument, Call, Function};
use crate::expr::macros::expression;
use crate::expr::{Expression, InScope, IntoArgument, JsonType, Param, RawArgument, cast};
use crate::scope::{AggregateArgument, Kind};
use crate::sql::fragment;
use crate::tuples::for_each_tuple;
use crate::types::{ColumnType, Interval, JsonPath, NeverNull, Nullable, SqlType};

/// Declares functions whose first argument is JSON of any type.
macro_rules! of_json {
    ($($(#[$meta:meta])* $name:ident($json:ident $(, $argument:ident: $type:ty)*) -> $output:ty = $open:literal, $close:literal;)*) => {$(
        #[doc = concat!("The function `", stringify!($name), "`.")]
        #[allow(non_camel_case_types, reason = "the type has the function's name, for messages")]
        #[derive(Debug)]
        pub enum $name {}

        impl<T: SqlType> Function<(T, $(<$type as ColumnType>::Base),*)> for $name {
            type Parameters = (T, $($type),*);
            type Output = <$output as ColumnType>::Base;
            type Null = <$output as ColumnType>::Null;
            const OPEN: &'static str = $open;
            const CLOSE: &'static str = $close;
        }

        $(#[$meta])*
        #[doc = ""]
        #[doc = concat!("`", $open, "…", $close, "` in SQL.")]
        #[schema_macros::hide_bounds]
        #[allow(non_camel_case_types, reason = "a type parameter has the argument's name, for messages")]
        pub fn $name<E: Expression<Base: JsonType> $(, $argument: Expression)*>(
            $json: E,
            $($argument: impl IntoArgument<$type, $name, $argument>),*
        ) -> Call<$name, (Argument<E>, $(Argument<$argument>),*)> {
            Call::new((Argument::new($json), $(Argument::new($argument.into_argument())),*))
        }
    )*};
}

of_json! {
    /// The type of the outermost value: `object`, `array`, `string`, `number`, `boolean` or `null`.
    jsonb_typeof(json) -> String = "jsonb_typeof(", ")";
    /// The number of elements of an array. Anything else is an error of the server.
    jsonb_array_length(json) -> i32 = "jsonb_array_length(", ")";
    /// The JSON as text with lines and indentation.
    jsonb_pretty(json) -> String = "jsonb_pretty(", ")";
    /// Without the keys of objects whose value is `null`, also in nested objects.
    jsonb_strip_nulls(json) -> JsonValue = "jsonb_strip_nulls(", ")";
    /// With the value at a path replaced, or added if only the last step of the path is missing.
    jsonb_set(json, path: Vec<String>, value: JsonValue) -> JsonValue = "jsonb_set(", ")";
    /// With the value at a path replaced; unchanged if there is none.
    jsonb_set_existing(json, path: Vec<String>, value: JsonValue) -> JsonValue = "jsonb_set(", ", false)";
    /// Like [`jsonb_set`](jsonb_set()), but a value of NULL becomes `null` in the JSON.
    jsonb_set_lax(json, path: Vec<String>, value: Option<JsonValue>) -> JsonValue = "jsonb_set_lax(", ")";
    /// Like [`jsonb_set`](jsonb_set()), but a value of NULL removes the key.
    jsonb_set_or_delete(json, path: Vec<String>, value: Option<JsonValue>) -> JsonValue
        = "jsonb_set_lax(", ", true, 'delete_key')";
    /// Like [`jsonb_set`](jsonb_set()), but a value of NULL changes nothing.
    jsonb_set_or_keep(json, path: Vec<String>, value: Option<JsonValue>) -> JsonValue
        = "jsonb_set_lax(", ", true, 'return_target')";
    /// With a value inserted: a key that the object does not have, or an element before the one at the path.
    jsonb_insert(json, path: Vec<String>, value: JsonValue) -> JsonValue = "jsonb_insert(", ")";
    /// With a value inserted: a key that the object does not have, or an element after the one at the path.
    jsonb_insert_after(json, path: Vec<String>, value: JsonValue) -> JsonValue = "jsonb_insert(", ", true)";
    /// True if the path finds a value. A path that fails is an error of the server.
    jsonb_path_exists(json, path: JsonPath) -> bool = "jsonb_path_exists(", ")";
    /// Like [`jsonb_path_exists`](jsonb_path_exists()), with variables: a JSON object whose keys the path names as `$key`.
    jsonb_path_exists_with(json, path: JsonPath, variables: JsonValue) -> bool = "jsonb_path_exists(", ")";
    /// The result of a path that is a predicate; NULL if it is unknown.
    jsonb_path_match(json, path: JsonPath) -> Option<bool> = "jsonb_path_match(", ")";
    /// Like [`jsonb_path_match`](jsonb_path_match()), with variables.
    jsonb_path_match_with(json, path: JsonPath, variables: JsonValue) -> Option<bool> = "jsonb_path_match(", ")";
    /// An array of the values that the path finds.
    jsonb_path_query_array(json, path: JsonPath) -> JsonValue = "jsonb_path_query_array(", ")";
    /// Like [`jsonb_path_query_array`](jsonb_path_query_array()), with variables.
    jsonb_path_query_array_with(json, path: JsonPath, variables: JsonValue) -> JsonValue = "jsonb_path_query_array(", ")";
    /// The first value that the path finds; NULL if there is none.
    jsonb_path_query_first(json, path: JsonPath) -> Option<JsonValue> = "jsonb_path_query_first(", ")";
    /// Like [`jsonb_path_query_first`](jsonb_path_query_first()), with variables.
    jsonb_path_query_first_with(json, path: JsonPath, variables: JsonValue) -> Option<JsonValue>
        = "jsonb_path_query_first(", ")";
    /// Like [`jsonb_path_exists`](jsonb_path_exists()), with comparisons of times in the session's time zone.
    jsonb_path_exists_tz(json, path: JsonPath) -> bool = "jsonb_path_exists_tz(", ")";
    /// Like [`jsonb_path_match`](jsonb_path_match()), with comparisons of times in the session's time zone.
    jsonb_path_match_tz(json, path: JsonPath) -> Option<bool> = "jsonb_path_match_tz(", ")";
    /// Like [`jsonb_path_query_array`](jsonb_path_query_array()), with comparisons of times in the session's time zone.
    jsonb_path_query_array_tz(json, path: JsonPath) -> JsonValue = "jsonb_path_query_array_tz(", ")";
    /// Like [`jsonb_path_query_first`](jsonb_path_query_first()), with comparisons of times in the session's time zone.
    jsonb_path_query_first_tz(json, path: JsonPath) -> Option<JsonValue> = "jsonb_path_query_first_tz(", ")";
    /// True if the path finds a value; false if the path fails. Postgres 17.
    json_exists(json, path: JsonPath) -> bool = "json_exists(", ")";
    /// The one value that the path finds; NULL if there is none, or several. Postgres 17.
    json_query(json, path: JsonPath) -> Option<JsonValue> = "json_query(", ")";
    /// An array of the values that the path finds. Postgres 17.
    json_query_array(json, path: JsonPath) -> Option<JsonValue> = "json_query(", " with wrapper)";
}

crate::sql_function! {
    /// An object from an array of keys and one of values.
    #[hide_bounds]
    pub fn jsonb_object(keys: Vec<String>, values: Vec<Option<String>>) -> JsonValue;
}

/// The function [`to_jsonb`].
#[derive(Debug)]
pub enum ToJsonb {}

impl<T: SqlType> Function<(T,)> for ToJsonb {
    type Parameters = (T,);
    type Output = JsonValue;
    type Null = NeverNull;
    const OPEN: &'static str = "to_jsonb(";
    const CLOSE: &'static str = ")";
}

/// `to_jsonb(value)`: any value as JSON. NULL stays NULL.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, tags: Vec<String> }
/// use schema_core::expr::function::to_jsonb;
///
/// assert_eq!(
///     Note.select().columns(to_jsonb(Note.tags)).to_sql(),
///     r#"select to_jsonb("notes"."tags") from "notes""#
/// );
/// ```
#[hide_bounds]
pub fn to_jsonb<V: RawArgument<T, K, X>, T, K, X: Expression>(
    value: V,
) -> Call<ToJsonb, (Argument<X>,)> {
    Call::new((Argument::new(value.into_raw()),))
}

/// A value that [`json_value`] can return: text, a number or a `bool`. `F` is the function, for messages.
#[diagnostic::on_unimplemented(
    message = "`json_value` cannot return `{Self}`",
    label = "expected `String`, `bool`, a number, or a time",
    note = "objects and arrays are returned by `json_query`"
)]
pub trait JsonScalar: SqlType {
    /// The text after the path.
    const CLOSE: &'static str;
}

macro_rules! scalars {
    ($($(#[$cfg:meta])* $type:ty => $name:literal;)*) => {$(
        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl JsonScalar for $type {
            const CLOSE: &'static str = concat!(" returning ", $name, ")");
        }
    )*};
}

scalars! {
    String => "text";
    bool => "boolean";
    i16 => "smallint";
    i32 => "integer";
    i64 => "bigint";
    f32 => "real";
    f64 => "double precision";
    Interval => "interval";
    #[cfg(feature = "uuid")] uuid::Uuid => "uuid";
    #[cfg(feature = "rust_decimal")] rust_decimal::Decimal => "numeric";
    #[cfg(feature = "bigdecimal")] bigdecimal::BigDecimal => "numeric";
    #[cfg(feature = "chrono")] chrono::DateTime<chrono::Utc> => "timestamptz";
    #[cfg(feature = "chrono")] chrono::NaiveDateTime => "timestamp";
    #[cfg(feature = "chrono")] chrono::NaiveDate => "date";
    #[cfg(feature = "chrono")] chrono::NaiveTime => "time";
    #[cfg(feature = "time")] time::OffsetDateTime => "timestamptz";
    #[cfg(feature = "time")] time::PrimitiveDateTime => "timestamp";
    #[cfg(feature = "time")] time::Date => "date";
    #[cfg(feature = "time")] time::Time => "time";
}

/// The function [`json_value`], which returns a `T`.
#[derive(Debug)]
pub struct ReturnsScalar<T>(std::marker::PhantomData<T>);

impl<J: SqlType, T: JsonScalar + 'static> Function<(J, JsonPath)> for ReturnsScalar<T> {
    type Parameters = (J, JsonPath);
    type Output = T;
    type Null = Nullable;
    const OPEN: &'static str = "json_value(";
    const CLOSE: &'static str = T::CLOSE;
}

/// `json_value(json, path returning type)`: the one scalar that the path finds, as a `T`; NULL if there is none, or if it
/// cannot be converted. Postgres 17.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value }
/// use schema_core::expr::function::json_value;
/// use schema_core::types::JsonPath;
///
/// let score = json_value::<i32, _>(Note.body, JsonPath::new("$.score"));
/// assert_eq!(
///     Note.select().columns(score).to_sql(),
///     r#"select json_value("notes"."body", $1::jsonpath returning integer) from "notes""#
/// );
/// ```
#[hide_bounds]
#[expect(clippy::type_complexity, reason = "a function with its two arguments")]
pub fn json_value<T: JsonScalar, E: Expression<Base: JsonType>>(
    json: E,
    path: JsonPath,
) -> Call<ReturnsScalar<T>, (Argument<E>, Argument<Param<JsonPath, JsonPath>>)> {
    Call::new((Argument::new(json), Argument::new(Param::new(path))))
}

/// `jsonb_build_array` and `jsonb_build_object`, which accept arguments of any types.
macro_rules! variadic {
    ($($name:ident $open:literal;)*) => {$(
        #[doc = concat!("The function `", $open, "…)`.")]
        #[derive(Debug)]
        pub enum $name {}
    )*};
}

variadic! {
    BuildArray "jsonb_build_array(";
    BuildObject "jsonb_build_object(";
}

/// A key of [`jsonb_build_object`], and its value.
#[derive(Debug, Clone, Copy)]
pub struct Entry<K, V> {
    key: K,
    value: Argument<V>,
}

fragment!(impl[K: Expression, V: Expression] Entry<K, V> {
    (key: K), [cast::<K>()], ", ", (value: Argument<V>),
});

expression!(impl[K: Expression, V: Expression] Entry<K, V> {
    base: V::Base,
    kind: <K::Kind as Kind>::And<V::Kind>,
    precedence: ATOM,
});

impl<K: InScope<S, I>, V: InScope<S, J>, S, I, J> InScope<S, (I, J)> for Entry<K, V> {
    type Null = V::Null;
}

/// The arguments of [`jsonb_build_array`]: a tuple of expressions and values, converted into the tuple `X`.
#[diagnostic::on_unimplemented(
    message = "this is not a tuple of expressions and values",
    label = "expected at most 16, such as `(Note.id, \"text\")`"
)]
pub trait JsonElements<P, X> {
    /// Converts the arguments.
    fn into_elements(self) -> X;
}

/// An element of [`jsonb_build_array`], converted into the expression `X`.
pub trait JsonElement<P, X> {
    /// Converts the element.
    fn into_element(self) -> X;
}

#[diagnostic::do_not_recommend]
impl<V: RawArgument<T, K, X>, T, K, X> JsonElement<(T, K), X> for V {
    fn into_element(self) -> X {
        self.into_raw()
    }
}

/// The arguments of [`jsonb_build_object`]: a tuple of pairs of a key and a value, converted into the tuple `X`.
#[diagnostic::on_unimplemented(
    message = "this is not a tuple of keys with their values",
    label = "expected at most 16 pairs, such as `((\"id\", Note.id), (\"title\", Note.title))`"
)]
pub trait JsonEntries<P, X> {
    /// Converts the arguments.
    fn into_entries(self) -> X;
}

/// A key, and a value or an expression, converted into the entry `X`.
pub trait JsonEntry<P, X> {
    /// Converts the pair.
    fn into_entry(self) -> X;
}

#[diagnostic::do_not_recommend]
impl<'k, V: RawArgument<T, K, X>, T, K, X> JsonEntry<(T, K), Entry<Param<String, &'k str>, X>>
    for (&'k str, V)
{
    fn into_entry(self) -> Entry<Param<String, &'k str>, X> {
        Entry {
            key: Param::new(self.0),
            value: Argument::new(self.1.into_raw()),
        }
    }
}

macro_rules! arguments {
    ($($name:ident $index:tt $place:ident $expression:ident),+) => {
        arguments!(@function BuildArray "jsonb_build_array(" $($name)+);
        arguments!(@function BuildObject "jsonb_build_object(" $($name)+);

        #[diagnostic::do_not_recommend]
        impl<$($name: JsonElement<$place, $expression>, $place, $expression),+>
            JsonElements<($($place,)+), ($(Argument<$expression>,)+)> for ($($name,)+)
        {
            fn into_elements(self) -> ($(Argument<$expression>,)+) {
                ($(Argument::new(self.$index.into_element()),)+)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<$($name: JsonEntry<$place, $expression>, $place, $expression),+>
            JsonEntries<($($place,)+), ($(Argument<$expression>,)+)> for ($($name,)+)
        {
            fn into_entries(self) -> ($(Argument<$expression>,)+) {
                ($(Argument::new(self.$index.into_entry()),)+)
            }
        }
    };
    (@function $marker:ident $open:literal $($name:ident)+) => {
        impl<$($name: SqlType),+> Function<($($name,)+)> for $marker {
            type Parameters = ($(Option<$name>,)+);
            type Output = JsonValue;
            type Null = NeverNull;
            const OPEN: &'static str = $open;
            const CLOSE: &'static str = ")";
        }
    };
}

for_each_tuple!(arguments);

/// `jsonb_build_array(a, b)`: an array of the values, each converted by [`to_jsonb`]. NULL becomes `null`.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, title: String }
/// use schema_core::expr::function::jsonb_build_array;
///
/// assert_eq!(
///     Note.select().columns(jsonb_build_array((Note.id, Note.title))).to_sql(),
///     r#"select jsonb_build_array("notes"."id", "notes"."title") from "notes""#
/// );
/// ```
#[hide_bounds]
pub fn jsonb_build_array<A: JsonElements<P, X>, P, X>(elements: A) -> Call<BuildArray, X> {
    Call::new(elements.into_elements())
}

/// `jsonb_build_object('key', value, …)`: an object of these keys and values, each converted by [`to_jsonb`]. NULL becomes
/// `null`.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, title: String }
/// use schema_core::expr::function::jsonb_build_object;
///
/// assert_eq!(
///     Note.select().columns(jsonb_build_object((("id", Note.id), ("title", Note.title)))).to_sql(),
///     r#"select jsonb_build_object($1::text, "notes"."id", $2::text, "notes"."title") from "notes""#
/// );
/// ```
#[hide_bounds]
pub fn jsonb_build_object<A: JsonEntries<P, X>, P, X>(entries: A) -> Call<BuildObject, X> {
    Call::new(entries.into_entries())
}

generic_aggregates! {
    /// `jsonb_agg(argument)`: an array of the values, each converted by [`to_jsonb`]. NULL becomes `null`; the array is NULL
    /// if there are no rows.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, title: String }
    /// use schema_core::expr::function::{jsonb_agg, jsonb_object_agg};
    ///
    /// let titles = jsonb_agg(Note.title).order_by(Note.id);
    /// assert_eq!(
    ///     Note.select().columns((titles, jsonb_object_agg(Note.title, Note.id))).to_sql(),
    ///     r#"select jsonb_agg("notes"."title" order by "notes"."id"), "#.to_owned()
    ///         + r#"jsonb_object_agg("notes"."title", "notes"."id") from "notes""#
    /// );
    /// ```
    JsonbAgg jsonb_agg<Value: SqlType> -> Option<JsonValue> = "jsonb_agg(", ")";
    /// `jsonb_agg_strict(argument)`: an array of the values that are not NULL.
    JsonbAggStrict jsonb_agg_strict<Value: SqlType> -> Option<JsonValue> = "jsonb_agg_strict(", ")";
    /// `json_agg(argument)`: like [`jsonb_agg`], as `json`.
    JsonAgg json_agg<Value: SqlType> -> Option<JsonValue> = "json_agg(", ")";
    /// `jsonb_object_agg(key, value)`: an object of the keys and values. A key that is NULL is an error of the server; of a
    /// key that occurs several times, one value remains.
    JsonbObjectAgg jsonb_object_agg<Key: SqlType, Value: SqlType> -> Option<JsonValue> = "jsonb_object_agg(", ")";
    /// `jsonb_object_agg_strict(key, value)`: an object of the keys whose values are not NULL.
    JsonbObjectAggStrict jsonb_object_agg_strict<Key: SqlType, Value: SqlType> -> Option<JsonValue>
        = "jsonb_object_agg_strict(", ")";
    /// `jsonb_object_agg_unique(key, value)`: an object; a key that occurs several times is an error of the server.
    JsonbObjectAggUnique jsonb_object_agg_unique<Key: SqlType, Value: SqlType> -> Option<JsonValue>
        = "jsonb_object_agg_unique(", ")";
    /// `jsonb_object_agg_unique_strict(key, value)`: both of the above.
    JsonbObjectAggUniqueStrict jsonb_object_agg_unique_strict<Key: SqlType, Value: SqlType> -> Option<JsonValue>
        = "jsonb_object_agg_unique_strict(", ")";
    /// `json_object_agg(key, value)`: like [`jsonb_object_agg`], as `json`, which keeps all keys.
    JsonObjectAgg json_object_agg<Key: SqlType, Value: SqlType> -> Option<JsonValue> = "json_object_agg(", ")";
}
