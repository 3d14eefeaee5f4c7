//! Functions of JSON that return rows.
//!
//! <https://www.postgresql.org/docs/current/functions-json.html#FUNCTIONS-JSON-PROCESSING>
//!
//! ```
//! # use schema_core::prelude::*;
//! # use serde::{Deserialize, Serialize};
//! use schema_core::expr::function::jsonb_array_elements;
//!
//! #[derive(Serialize, Deserialize, JsonPaths)]
//! struct Step { title: String, cost: f64 }
//!
//! #[derive(Serialize, Deserialize, JsonPaths)]
//! struct Plan { steps: Vec<Step> }
//!
//! # #[table(name = "notes")]
//! # struct Note { #[column(primary_key)] id: i64, plan: Json<Plan> }
//! #[derive(Selectable)]
//! struct PlanStep { step: Json<Step>, number: i64 }
//!
//! // The elements of a list with a type have its type, and paths lead into them.
//! let steps = Note
//!     .select()
//!     .inner_join_lateral(jsonb_array_elements(Note.plan.path().steps).with_ordinality(PlanStep))
//!     .filter(PlanStep.step.path().cost.gt(10.0))
//!     .columns((Note.id, PlanStep.number));
//! assert_eq!(
//!     steps.to_sql(),
//!     concat!(
//!         r#"select "notes"."id", "PlanStep"."number" from "notes" "#,
//!         r#"cross join lateral jsonb_array_elements("notes"."plan" -> 'steps') "#,
//!         r#"with ordinality as "PlanStep" ("step", "number") "#,
//!         r#"where ("PlanStep"."step" ->> 'cost')::double precision > $1"#,
//!     )
//! );
//! ```

use std::marker::PhantomData;

use schema_macros::hide_bounds;
use serde_json::Value as JsonValue;

use super::{Argument, Record, SetCall, SetFunction};
use crate::expr::{Expression, IntoArgument, JsonType};
use crate::types::{ColumnType, Json, JsonContent, JsonPath, SqlType};

/// Declares functions whose first argument is JSON of any type.
macro_rules! json_row_functions {
    ($($(#[$meta:meta])* $name:ident($json:ident $(, $argument:ident: $type:ty)*) -> $rows:ty $(= $sql:literal)?;)*) => {$(
        #[doc = concat!("The function `", stringify!($name), "`.")]
        #[allow(non_camel_case_types, reason = "the type has the function's name, for messages")]
        #[derive(Debug)]
        pub enum $name {}

        impl<T: SqlType> SetFunction<(T, $(<$type as ColumnType>::Base),*)> for $name {
            type Parameters = (T, $($type),*);
            type Rows = $rows;
            const OPEN: &'static str = concat!(crate::__sql_function!(@name $name $($sql)?), "(");
        }

        $(#[$meta])*
        #[doc = ""]
        #[doc = concat!("`", crate::__sql_function!(@name $name $($sql)?), "(…)` in SQL.")]
        #[hide_bounds]
        #[allow(non_camel_case_types, reason = "a type parameter has the argument's name, for messages")]
        pub fn $name<E: Expression<Base: JsonType> $(, $argument: Expression)*>(
            $json: E,
            $($argument: impl IntoArgument<$type, $name, $argument>),*
        ) -> SetCall<$name, (Argument<E>, $(Argument<$argument>),*)> {
            SetCall::new((Argument::new($json), $(Argument::new($argument.into_argument())),*))
        }
    )*};
}

json_row_functions! {
    /// The elements of an array as text, a row for each. `null` is NULL. Anything but an array is an error of the server.
    jsonb_array_elements_text(json) -> (Option<String>,);
    /// The keys of an object with their values, a row for each. Anything but an object is an error of the server.
    jsonb_each(json) -> (String, JsonValue);
    /// The keys of an object with their values as text. `null` is NULL.
    jsonb_each_text(json) -> (String, Option<String>);
    /// The keys of an object, a row for each. Anything but an object is an error of the server.
    jsonb_object_keys(json) -> (String,);
    /// The values that the path finds, a row for each.
    jsonb_path_query(json, path: JsonPath) -> (JsonValue,);
    /// Like [`jsonb_path_query`](jsonb_path_query()), with variables: a JSON object whose keys the path names as `$key`.
    jsonb_path_query_with(json, path: JsonPath, variables: JsonValue) -> (JsonValue,) = "jsonb_path_query";
    /// Like [`jsonb_path_query`](jsonb_path_query()), with comparisons of times in the session's time zone.
    jsonb_path_query_tz(json, path: JsonPath) -> (JsonValue,);
    /// The objects of an array as rows of a struct, whose columns have the names of the keys. A key that is missing or
    /// `null` is NULL, so its field is an `Option`; otherwise, it is an error to decode the row.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// use schema_core::expr::function::jsonb_to_recordset;
    ///
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, items: serde_json::Value }
    /// #[derive(Selectable)]
    /// struct Item { product: String, count: i32, note: Option<String> }
    ///
    /// let items = Order
    ///     .select()
    ///     .inner_join_lateral(jsonb_to_recordset(Order.items).as_alias(Item))
    ///     .filter(Item.count.gt(1))
    ///     .columns((Order.id, Item.all()));
    /// assert_eq!(
    ///     items.to_sql(),
    ///     concat!(
    ///         r#"select "orders"."id", "Item"."product", "Item"."count", "Item"."note" from "orders" "#,
    ///         r#"cross join lateral jsonb_to_recordset("orders"."items") "#,
    ///         r#"as "Item" ("product" text, "count" integer, "note" text) where "Item"."count" > $1"#,
    ///     )
    /// );
    /// ```
    jsonb_to_recordset(json) -> Record;
    /// An object as one row of a struct. See [`jsonb_to_recordset`](jsonb_to_recordset()).
    jsonb_to_record(json) -> Record;
}

/// A JSON type that can be an array: `serde_json::Value`, or [`Json`] of a `Vec`.
#[diagnostic::on_unimplemented(
    message = "this is for JSON arrays, of type `serde_json::Value` or `Json<Vec<…>>`, and the expression is of type `{Self}`",
    label = "not a JSON array"
)]
pub trait JsonList: SqlType {
    /// The type of the elements.
    type Element: SqlType;
}

#[diagnostic::do_not_recommend]
impl JsonList for JsonValue {
    type Element = Self;
}

#[diagnostic::do_not_recommend]
impl<T: JsonContent> JsonList for Json<Vec<T>>
where
    Self: SqlType,
{
    type Element = Json<T>;
}

/// The function [`jsonb_array_elements`], whose elements have the type `T`.
#[derive(Debug)]
pub struct JsonbArrayElements<T>(PhantomData<T>);

impl<J: SqlType, T: SqlType + 'static> SetFunction<(J,)> for JsonbArrayElements<T> {
    type Parameters = (J,);
    type Rows = (T,);
    const OPEN: &'static str = "jsonb_array_elements(";
}

/// The elements of an array, a row for each: of type `Json<T>` if the array is of type `Json<Vec<T>>`. Anything but an array
/// is an error of the server.
///
/// `jsonb_array_elements(…)` in SQL.
///
/// ```
/// # use schema_core::prelude::*;
/// use schema_core::expr::function::jsonb_array_elements;
///
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value }
/// #[derive(Selectable)]
/// struct Element { element: serde_json::Value }
///
/// let elements = Note.select().inner_join_lateral(jsonb_array_elements(Note.body).as_alias(Element));
/// assert_eq!(
///     elements.columns((Note.id, Element.element)).to_sql(),
///     r#"select "notes"."id", "Element"."element" from "notes" "#.to_owned()
///         + r#"cross join lateral jsonb_array_elements("notes"."body") as "Element" ("element")"#
/// );
/// ```
#[hide_bounds]
pub fn jsonb_array_elements<E: Expression<Base: JsonList<Element = T>>, T: SqlType>(
    json: E,
) -> SetCall<JsonbArrayElements<T>, (Argument<E>,)> {
    SetCall::new((Argument::new(json),))
}
