//! The expressions at the end of a path, and its start.

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{JsonIndex, JsonPlace, JsonRoot, JsonShape, NewPath};
use crate::expr::arithmetic::rust_operators;
use crate::expr::binary::binary;
use crate::expr::group::group_item;
use crate::expr::macros::{condition, expression, no_comparison};
use crate::expr::{Expression, InScope, Op, Param, cast, operators};
use crate::scope::PerRow;
use crate::sql::{Token, fragment};
use crate::table::{Column, ColumnMarker, Source};
use crate::types::{ColumnType, Json, JsonContent, Nullability, SqlType};

/// The scalar at the place `P`, as a `T`: `("notes"."analysis" ->> 'score')::double precision`.
pub struct JsonField<P, T>(PhantomData<fn() -> (P, T)>);

/// The JSON at the place `P`, of type [`Json<T>`](Json): `"notes"."analysis" -> 'tags'`.
pub struct JsonAt<P, T>(PhantomData<fn() -> (P, T)>);

macro_rules! leaves {
    ($($name:ident)*) => {$(
        impl<P, T> NewPath for $name<P, T> {
            const NEW: Self = Self(PhantomData);
        }

        impl<P, T> Clone for $name<P, T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<P, T> Copy for $name<P, T> {}

        impl<P: JsonPlace, T> fmt::Debug for $name<P, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(P::NAME.as_str())
            }
        }
    )*};
}

leaves!(JsonField JsonAt);

/// True if the type is `text`, to which a value needs no cast.
const fn is_text<T: SqlType>() -> bool {
    matches!(T::DATA_TYPE.oid, Some(25)) && !T::DATA_TYPE.array
}

/// The table and the place, for messages of errors.
const fn column<P: JsonPlace>() -> Option<(&'static str, &'static str)> {
    match <P::Root as Expression>::COLUMN {
        Some((table, _)) => Some((table, const { &P::NAME }.as_str())),
        None => None,
    }
}

fragment!(impl[P: JsonPlace, T: SqlType] JsonField<P, T> {
    [if is_text::<T>() {
        P::TEXT
    } else {
        const { &[Token::Text("("), Token::Sub(P::TEXT), Token::Text(")"), Token::Sub(cast::<Self>())] }
    }],
});

expression!(impl[P: JsonPlace, T: SqlType] JsonField<P, T> {
    base: T,
    kind: PerRow,
    precedence: if is_text::<T>() { OTHER } else { ATOM },
    column: column::<P>(),
});

condition!(impl[P: JsonPlace, T: SqlType] JsonField<P, T>);

no_comparison!([P, T] JsonField<P, T>);

rust_operators!(impl[P: JsonPlace, T: SqlType] JsonField<P, T>);

group_item!(impl[P: JsonPlace, T: SqlType] JsonField<P, T>);

impl<P: JsonPlace<Root: InScope<S, I>>, T: SqlType, S, I> InScope<S, (I,)> for JsonField<P, T> {
    type Null = <<P::Root as InScope<S, I>>::Null as Nullability>::Or<P::Null>;
}

fragment!(impl[P: JsonPlace, T: JsonContent] JsonAt<P, T> {
    [if P::OPTIONAL {
        // serde writes `null` for `None`, which is not the NULL of SQL.
        const { &[Token::Text("nullif("), Token::Sub(P::JSON), Token::Text(", 'null')")] }
    } else {
        P::JSON
    }],
});

expression!(impl[P: JsonPlace, T: JsonContent] JsonAt<P, T> {
    base: Json<T>,
    kind: PerRow,
    precedence: if P::OPTIONAL { ATOM } else { OTHER },
    column: column::<P>(),
});

no_comparison!([P, T] JsonAt<P, T>);

group_item!(impl[P: JsonPlace, T: JsonContent] JsonAt<P, T>);

impl<P: JsonPlace<Root: InScope<S, I>>, T: JsonContent, S, I> InScope<S, (I,)> for JsonAt<P, T> {
    type Null = <<P::Root as InScope<S, I>>::Null as Nullability>::Or<P::Null>;
}

impl<P: JsonPlace, T> JsonAt<P, T> {
    /// `json ->> key`: the value as text.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use serde::{Deserialize, Serialize};
    /// #[derive(Serialize, Deserialize, JsonPaths)]
    /// enum Mood { Calm, Tense }
    ///
    /// #[derive(Serialize, Deserialize, JsonPaths)]
    /// struct Analysis { mood: Mood }
    ///
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, analysis: Json<Analysis> }
    /// let calm = Note.select().filter(Note.analysis.path().mood.eq(Json(Mood::Calm)));
    /// assert_eq!(
    ///     calm.columns(Note.analysis.path().mood.text()).to_sql(),
    ///     r#"select "notes"."analysis" ->> 'mood' from "notes" where "notes"."analysis" -> 'mood' = $1"#
    /// );
    /// ```
    pub const fn text(self) -> JsonField<P, String> {
        JsonField::NEW
    }
}

impl<P: JsonPlace, T: JsonShape> JsonAt<P, Vec<T>> {
    /// `json -> index`: the paths of the element at an index, from 0, or from the end if it is negative. It can be NULL.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use serde::{Deserialize, Serialize};
    /// # #[derive(Serialize, Deserialize, JsonPaths)]
    /// # struct Analysis { tags: Vec<String> }
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, analysis: Json<Analysis> }
    /// assert_eq!(
    ///     Note.select().columns(Note.analysis.path().tags.index::<0>()).to_sql(),
    ///     r#"select "notes"."analysis" -> 'tags' ->> 0 from "notes""#
    /// );
    /// ```
    pub fn index<const INDEX: i32>(self) -> T::Paths<JsonIndex<P, INDEX>> {
        NewPath::NEW
    }
}

impl<P: JsonPlace, T: JsonContent> JsonAt<P, Vec<T>> {
    /// `json @> [value]`: true if an element of the list equals the value.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use serde::{Deserialize, Serialize};
    /// # #[derive(Serialize, Deserialize, JsonPaths)]
    /// # struct Analysis { tags: Vec<String> }
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, analysis: Json<Analysis> }
    /// assert_eq!(
    ///     Note.select().filter(Note.analysis.path().tags.has("urgent")).columns(Note.id).to_sql(),
    ///     r#"select "notes"."id" from "notes" where "notes"."analysis" -> 'tags' @> $1"#
    /// );
    /// ```
    #[expect(clippy::type_complexity, reason = "an operator and its parameter")]
    pub fn has(
        self,
        value: impl Into<T>,
    ) -> Op<operators::Contains, Self, Param<Json<Vec<T>>, Json<Vec<T>>>> {
        binary!(self, Param::new(Json(vec![value.into()])))
    }
}

impl<P: JsonPlace, T: JsonShape> JsonAt<P, Box<T>> {
    /// The paths into a value in a `Box`, such as the parent of a node in a tree.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use serde::{Deserialize, Serialize};
    /// #[derive(Serialize, Deserialize, JsonPaths)]
    /// struct Node { name: String, parent: Option<Box<Node>> }
    ///
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, node: Json<Node> }
    /// assert_eq!(
    ///     Note.select().columns(Note.node.path().parent.path().name).to_sql(),
    ///     r#"select "notes"."node" -> 'parent' ->> 'name' from "notes""#
    /// );
    /// ```
    pub fn path(self) -> T::Paths<P> {
        NewPath::NEW
    }
}

/// The type of a column with typed paths: `Json<T>`.
#[diagnostic::on_unimplemented(
    message = "`path()` is for a column of type `Json<…>`, and this column has type `{Self}`",
    label = "not `Json<…>` of a struct"
)]
pub trait JsonColumn<T>: SqlType {}

#[diagnostic::do_not_recommend]
impl<T> JsonColumn<T> for Json<T> where Self: SqlType {}

#[hide_bounds]
impl<S: Source + 'static, C: ColumnMarker> Column<S, C> {
    /// The fields of the JSON payload as expressions: see [`JsonPaths`](crate::JsonPaths).
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use serde::{Deserialize, Serialize};
    /// #[derive(Serialize, Deserialize, JsonPaths)]
    /// struct Analysis { agent: String, score: f64 }
    ///
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, analysis: Json<Analysis> }
    /// let analysis = Note.analysis.path();
    /// assert_eq!(
    ///     Note.select().filter(analysis.score.gt(0.5)).columns(analysis.agent).to_sql(),
    ///     r#"select "notes"."analysis" ->> 'agent' from "notes" "#.to_owned()
    ///         + r#"where ("notes"."analysis" ->> 'score')::double precision > $1"#
    /// );
    /// ```
    pub fn path<T: JsonShape>(self) -> T::Paths<JsonRoot<S, C>>
    where
        <C::Type as ColumnType>::Base: JsonColumn<T>,
    {
        NewPath::NEW
    }
}
