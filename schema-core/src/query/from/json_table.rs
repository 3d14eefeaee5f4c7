//! `json_table`: JSON as a table. Postgres 17.
//!
//! <https://www.postgresql.org/docs/current/functions-json.html#FUNCTIONS-SQLJSON-TABLE>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{From, FromItem, LateralItem, OfValues};
use crate::expr::function::Argument;
use crate::expr::{Expression, InScope, Inferred, JsonType};
use crate::query::clause::{Body, Tail};
use crate::query::select::{FullRows, UnboxedSelect};
use crate::scope::{Constant, SuppliedBy};
use crate::sql::{Token, fragment};
use crate::table::{Source, SourceColumns};
use crate::types::{ColumnType, Nullability as _, SqlType as _};

/// A struct whose fields are the columns of [`json_table`]. [`JsonTable`](derive@crate::JsonTable) implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not specify where its fields are in the JSON",
    label = "expected a struct with `#[derive(Selectable, JsonTable)]`"
)]
pub trait JsonTableRow {
    /// The source `S` itself. It is an associated type so that a struct without an impl is a single error.
    type Named<S>;
    /// The text after the JSON: `, '$[*]' columns ("id" bigint)`.
    const COLUMNS: &'static [Token];
}

/// Returns the type of a column.
#[hide_bounds]
pub const fn json_column_type<T: ColumnType>() -> &'static [Token] {
    const {
        let data_type = T::Base::DATA_TYPE;
        let brackets = if data_type.array { "[]" } else { "" };
        &[
            Token::Text(T::Base::DATA_TYPE.element_name()),
            Token::Text(brackets),
        ]
    }
}

/// Returns what the server does for a value that is missing or of another type: an error if the field cannot be NULL.
#[hide_bounds]
pub const fn json_missing<T: ColumnType>() -> &'static str {
    if T::Null::NULLABLE {
        ""
    } else {
        " error on empty error on error"
    }
}

/// The rows of `json_table` with the JSON `E`, under the name of the source `S`. See [`json_table`].
pub struct JsonTable<S, E> {
    json: Argument<E>,
    source: PhantomData<fn() -> S>,
}

impl<S, E: Clone> Clone for JsonTable<S, E> {
    fn clone(&self) -> Self {
        Self {
            json: self.json.clone(),
            source: PhantomData,
        }
    }
}

impl<S, E: Copy> Copy for JsonTable<S, E> {}

impl<S, E: fmt::Debug> fmt::Debug for JsonTable<S, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("JsonTable").field(&self.json).finish()
    }
}

/// `json_table(json, path columns (…))`: JSON as rows of a struct with [`JsonTable`](derive@crate::JsonTable), or of an
/// [alias](crate::alias!) of it. Postgres 17.
///
/// ```
/// # use schema_core::prelude::*;
/// use schema_core::query::json_table;
///
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, body: serde_json::Value }
/// #[derive(Selectable, JsonTable)]
/// #[json_table(path = "$.tags[*]")]
/// struct Tag {
///     #[json_table(path = "$")]
///     name: Option<String>,
/// }
///
/// let tags = Note.select().left_join_lateral(json_table(Note.body, Tag)).columns((Note.id, Tag.name));
/// assert_eq!(
///     tags.to_sql(),
///     r#"select "notes"."id", "Tag"."name" from "notes" left join lateral "#.to_owned()
///         + r#"json_table("notes"."body", '$.tags[*]' columns ("name" text path '$')) as "Tag" on true"#
/// );
/// ```
#[hide_bounds]
#[expect(unused_variables, reason = "the type of the constant is the name")]
pub fn json_table<
    E: Expression<Base: JsonType>,
    V: SourceColumns<Source = S> + Inferred<S, Is: Source<Relation: JsonTableRow<Named<S> = X>>>,
    S,
    X,
>(
    json: E,
    row: V,
) -> JsonTable<X, E> {
    JsonTable {
        json: Argument::new(json),
        source: PhantomData,
    }
}

#[hide_bounds]
impl<S: Source<Relation: JsonTableRow>, E: Expression> JsonTable<S, E> {
    /// `select`: all columns, unless `columns` follows. The JSON is not a column of a table.
    pub fn select(self) -> UnboxedSelect<(S,), FullRows<(S,)>, Body<From<Self>>>
    where
        E: Expression<Kind: OfValues>,
    {
        UnboxedSelect {
            projection: FullRows(PhantomData),
            body: Body {
                from: From(self),
                filter: (),
                group: (),
            },
            tail: Tail::NEW,
            scope: PhantomData,
        }
    }
}

fragment!(impl[S: Source<Relation: JsonTableRow>, E: Expression] JsonTable<S, E> {
    "json_table(", (json: Argument<E>), [<S::Relation as JsonTableRow>::COLUMNS], ") as ", [S::REFERENCE],
});

#[diagnostic::do_not_recommend]
impl<S: Source<Relation: JsonTableRow>, E: Expression<Kind = Constant>> FromItem
    for JsonTable<S, E>
{
    type Source = S;
    type From = Self;
    type Needs = ();

    fn into_from(self) -> Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<S: Source<Relation: JsonTableRow>, E: Expression> LateralItem<S, ReadsJson<E>>
    for JsonTable<S, E>
{
}

/// The needs of `json_table` in the query that it is joined to: the JSON `E`.
#[derive(Debug)]
pub struct ReadsJson<E>(PhantomData<fn() -> E>);

impl<E: InScope<Q, I>, Q, I> SuppliedBy<Q, I> for ReadsJson<E> {}
