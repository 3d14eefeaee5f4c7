//! Rows of a struct as a table.
//!
//! <https://www.postgresql.org/docs/current/queries-values.html>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::table::start;
use super::{FromItem, Start, SubqueryRow};
use crate::expr::Inferred;
use crate::scope::Require;
use crate::sql::{Arguments, Fragment, SqlWriter, Token};
use crate::table::{AliasOf, Binder, ColumnMarker, Relation, Source};
use crate::types::{ColumnType, DataType, SqlType as _};

/// A struct with `#[derive(Selectable)]` whose rows can be sent as a table: all of its fields are single columns.
#[diagnostic::on_unimplemented(
    message = "rows of `{Self}` cannot be sent as a table",
    label = "expected a struct with `#[derive(Selectable)]`",
    note = "each field must be a single column"
)]
pub trait ValueRow: SubqueryRow {
    /// The struct itself. It is an associated type so that a struct without an impl is a single error.
    type Row;
    /// The types of the fields, as a tuple.
    type Fields;
    /// A parameter for each column, an array: `$1::bigint[]`.
    const PARAMETERS: &'static [&'static [Token]];
    /// The name of each column, with a cast if it was sent as text: `"id"`, `"tags"::text[]`.
    const CASTS: &'static [&'static [Token]];
    /// The name of each column with its type: `"id" bigint`.
    const DEFINITIONS: &'static [&'static [Token]];
    /// True if a column is sent as text.
    const CAST: bool;

    /// Sends each column of the rows.
    ///
    /// # Errors
    /// If a value cannot be encoded.
    fn bind(rows: &[Self], binder: &mut Binder<'_>) -> Result<(), BoxDynError>;
}

/// Returns the parameter of a column: an array of its values, or of texts if `unnest` would take the values apart.
pub const fn parameter<T: ColumnType>() -> &'static [Token] {
    const {
        let data_type = T::Base::DATA_TYPE;
        &[
            if data_type.is_unnested() {
                Token::array::<String>()
            } else {
                Token::array::<T::Base>()
            },
            Token::Text("::"),
            Token::Text(if data_type.is_unnested() {
                "text"
            } else {
                data_type.element_name()
            }),
            Token::Text("[]"),
        ]
    }
}

/// Returns the name of a column, with a cast if its values are sent as text.
pub const fn cast_name<C: ColumnMarker>() -> &'static [Token] {
    const {
        let data_type = Base::<C>::DATA_TYPE;
        if data_type.is_unnested() {
            &[
                Token::Name(C::NAME),
                Token::Text("::"),
                Token::Text(Base::<C>::DATA_TYPE.element_name()),
                Token::Text(brackets(&Base::<C>::DATA_TYPE)),
            ]
        } else {
            &[Token::Name(C::NAME)]
        }
    }
}

/// Returns the name of a column with its type.
pub const fn definition<C: ColumnMarker>() -> &'static [Token] {
    const {
        &[
            Token::Name(C::NAME),
            Token::Text(" "),
            Token::Text(Base::<C>::DATA_TYPE.element_name()),
            Token::Text(brackets(&Base::<C>::DATA_TYPE)),
        ]
    }
}

/// True if the values of a column are sent as text.
pub const fn sent_as_text<T: ColumnType>() -> bool {
    T::Base::DATA_TYPE.is_unnested()
}

type Base<C> = <<C as ColumnMarker>::Type as ColumnType>::Base;

const fn brackets(data_type: &DataType) -> &'static str {
    if data_type.array { "[]" } else { "" }
}

/// The rows `V` under the name of the source `S`: see [`values`].
pub struct Values<S, V> {
    rows: V,
    source: PhantomData<fn() -> S>,
}

impl<S, V: Clone> Clone for Values<S, V> {
    fn clone(&self) -> Self {
        Self {
            rows: self.rows.clone(),
            source: PhantomData,
        }
    }
}

impl<S: Source, V> fmt::Debug for Values<S, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Values")
            .field(&S::Relation::NAME.name)
            .finish()
    }
}

/// Rows of a struct as a table: a `Vec`, an array or a slice. A query can read and join them, an update can take different
/// values for many rows from them, and a merge can be done with them.
///
/// Each column is one parameter, an array, so that the text is the same for any number of rows; in effect it is `values
/// (…), (…)`.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key, identity)] id: i64, price: f64, note: Option<String> }
/// #[derive(Selectable)]
/// struct NewPrice {
///     id: i64,
///     price: f64,
/// }
///
/// let prices = vec![NewPrice { id: 1, price: 2.5 }, NewPrice { id: 2, price: 3.0 }];
/// let update = Order
///     .update()
///     .from(values(prices))
///     .set(Order.price, NewPrice.price)
///     .filter(Order.id.eq(NewPrice.id));
/// assert_eq!(
///     update.to_sql(),
///     concat!(
///         r#"update "orders" set "price" = "NewPrice"."price" "#,
///         r#"from unnest($1::bigint[], $2::double precision[]) as "NewPrice" ("id", "price") "#,
///         r#"where "orders"."id" = "NewPrice"."id""#,
///     )
/// );
/// ```
#[hide_bounds]
pub fn values<V: AsRef<[R]> + Inferred<R, Is: ValueRow<Row = X>>, R, X>(rows: V) -> Values<X, V> {
    Values {
        rows,
        source: PhantomData,
    }
}

impl<S: Source<Relation: ValueRow>, V: AsRef<[S::Relation]>> Values<S, V> {
    /// `select`: all columns, unless `columns` follows.
    pub fn select(self) -> Start<Self>
    where
        (S,): Require<()>,
    {
        start(self)
    }

    /// Gives the rows the name of an [alias](crate::alias!) of their struct.
    #[expect(unused_variables, reason = "the type of the constant is the name")]
    pub fn as_alias<A: AliasOf<S::Relation, N>, N: Source>(self, alias: A) -> Values<N, V> {
        Values {
            rows: self.rows,
            source: PhantomData,
        }
    }
}

impl<S: Source<Relation: ValueRow>, V> Values<S, V> {
    const ROWS: &'static [Token] = &[
        Token::Text("unnest("),
        Token::List(<S::Relation as ValueRow>::PARAMETERS),
        Token::Text(") as "),
    ];
    const COLUMNS: &'static [&'static str] = <S::Relation as Relation>::COLUMNS;
}

impl<S: Source<Relation: ValueRow>, V: AsRef<[S::Relation]>> Fragment for Values<S, V> {
    const TOKENS: &'static [Token] = if <S::Relation as ValueRow>::CAST {
        &[
            Token::Text("(select "),
            Token::List(<S::Relation as ValueRow>::CASTS),
            Token::Text(" from "),
            Token::Sub(Self::ROWS),
            Token::Text("\"rows\" ("),
            Token::Names(&[], Self::COLUMNS),
            Token::Text(")) as "),
            Token::Sub(S::REFERENCE),
            Token::Sub(super::column_names::<S>()),
        ]
    } else {
        &[
            Token::Sub(Self::ROWS),
            Token::Sub(S::REFERENCE),
            Token::Sub(super::column_names::<S>()),
        ]
    };

    fn write(&self, sql: &mut SqlWriter) {
        sql.tokens(Self::TOKENS);
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        <S::Relation as ValueRow>::bind(self.rows.as_ref(), &mut Binder::many(arguments))
    }
}

#[diagnostic::do_not_recommend]
impl<S: Source<Relation: ValueRow>, V: AsRef<[S::Relation]>> FromItem for Values<S, V> {
    type Source = S;
    type From = Self;
    type Needs = ();

    fn into_from(self) -> Self {
        self
    }
}
