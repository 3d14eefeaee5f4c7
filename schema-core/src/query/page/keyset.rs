//! `keyset`: pages that begin after the last row of the page before.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;
use sqlx::SqlStr;
use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;

use super::beyond::Beyond;
use super::cursor::{IntoCursor, failed, hash, open};
use super::decoder::{Page, PageDecoder};
use super::key::Sink;
use super::keys::{KeysetColumns, KeysetKeys, KeysetOrder, ReversedKeys};
use super::values::KeyValues;
use crate::error::{CursorKind, Result};
use crate::exec::{Query, Statement};
use crate::query::UnboxedSelect;
use crate::query::clause::{AndWhere, Body, Limit, Tail};
use crate::query::select::{Columns, FullRows, Projection};
use crate::row::Decoder;
use crate::scope::{Closed, RowLevel};
use crate::sql::{Arguments, Expects, Fragment, SqlWriter, Token, fragment};
use crate::table::Impossible;

/// A query's `order by` and `limit` before `keyset`: there are none.
#[diagnostic::on_unimplemented(
    message = "a keyset has its own order and size; leave out `order_by`, `limit` and `offset`",
    label = "an `order_by`, `limit` or `offset` before this"
)]
pub trait NoOrderYet {}

#[diagnostic::do_not_recommend]
impl NoOrderYet for Tail {}
// With several impls, the compiler explains none of them.
#[diagnostic::do_not_recommend]
impl NoOrderYet for Impossible {}

/// A projection with a row for each row of `from` and `where`, so that the values of the order can be selected with it.
#[diagnostic::on_unimplemented(
    message = "a `distinct` query has no pages; use `distinct` in a subquery, and page the query that reads it",
    label = "`distinct` before this"
)]
pub trait PagedRows {}

#[diagnostic::do_not_recommend]
impl<S> PagedRows for FullRows<S> {}
#[diagnostic::do_not_recommend]
impl<E, D> PagedRows for Columns<E, D> {}

/// A query with an order, of which pages are read. [`UnboxedSelect::keyset`] returns it.
#[must_use = "a query does nothing until it is fetched"]
pub struct Keyset<S, P, B, K, I, V> {
    projection: P,
    body: B,
    keys: K,
    position: Option<Position<V>>,
    scope: PhantomData<fn() -> (S, I)>,
}

/// A position next to the row whose keys have these values.
#[derive(Debug, Clone, Copy)]
pub struct Position<V> {
    values: V,
    back: bool,
}

impl<S, P: Clone, B: Clone, K: Clone, I, V: Clone> Clone for Keyset<S, P, B, K, I, V> {
    fn clone(&self) -> Self {
        Self {
            projection: self.projection.clone(),
            body: self.body.clone(),
            keys: self.keys.clone(),
            position: self.position.clone(),
            scope: PhantomData,
        }
    }
}

impl<S, P, B, K, I, V> fmt::Debug for Keyset<S, P, B, K, I, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keyset")
    }
}

#[hide_bounds]
impl<S, P, F, W, T> UnboxedSelect<S, P, Body<F, W>, T> {
    /// Orders the query and reads it page by page, each after the last row of the one before.
    ///
    /// The order is stated once. It should end with a unique column: of rows that are equal in the whole order, one at the
    /// end of a page hides the others. Columns that may be NULL and different directions are allowed; the condition is
    /// simplest, and needs the simplest index, if all columns are `not null` and have the same direction.
    ///
    /// ```
    /// use schema_core::prelude::*;
    /// use schema_core::query::page::Page;
    ///
    /// #[table(name = "patients")]
    /// struct Patient {
    ///     #[column(primary_key)]
    ///     id: i64,
    ///     born: i32,
    /// }
    ///
    /// /// `cursor` comes from the URL. Without one, this is the first page.
    /// async fn youngest(cursor: Option<&str>, pool: &sqlx::PgPool) -> schema_core::Result<Page<Patient>> {
    ///     let keyset = Patient.select().keyset((Patient.born.desc(), Patient.id.desc()));
    ///     keyset.at(cursor)?.page(20).fetch_one(pool).await
    /// }
    ///
    /// let keyset = Patient.select().columns(Patient.id).keyset((Patient.born.desc(), Patient.id.desc()));
    /// assert_eq!(
    ///     keyset.clone().page(20).to_sql(),
    ///     concat!(
    ///         r#"select "patients"."id", "patients"."born", "patients"."id" from "patients" "#,
    ///         r#"order by "patients"."born" desc, "patients"."id" desc limit $1"#,
    ///     )
    /// );
    /// let cursor = keyset.cursor_after(&(1999, 7))?; // or `next` of a page
    /// assert_eq!(
    ///     keyset.at(&cursor)?.page(20).to_sql(),
    ///     concat!(
    ///         r#"select "patients"."id", "patients"."born", "patients"."id" from "patients" "#,
    ///         r#"where ("patients"."born", "patients"."id") < ($1, $2) "#,
    ///         r#"order by "patients"."born" desc, "patients"."id" desc limit $3"#,
    ///     )
    /// );
    /// # Ok::<(), Error>(())
    /// ```
    pub fn keyset<K: KeysetOrder<S, I, V>, I, V>(self, keys: K) -> Keyset<S, P, Body<F, W>, K, I, V>
    where
        T: NoOrderYet,
        P: PagedRows,
    {
        Keyset {
            projection: self.projection,
            body: self.body,
            keys,
            position: None,
            scope: PhantomData,
        }
    }
}

/// The number of the order in its cursors: the same for the same expressions, directions and types.
fn order_number<S, I, K: KeysetKeys<S, I>>(keys: &K) -> u32 {
    let mut sql = SqlWriter::new();
    // Writing the text cannot fail.
    drop(keys.order(false, &mut Sink::Text(&mut sql)));
    let mut order = sql.finish();
    <K::Values as KeyValues>::describe(&mut order);
    hash(order.as_bytes())
}

#[hide_bounds]
impl<S, P, B, K: KeysetKeys<S, I, Values = V>, I, V: KeyValues> Keyset<S, P, B, K, I, V> {
    /// Continues at a cursor of another [`Page`]: its `next` or its `previous`. `None` is the first page.
    ///
    /// # Errors
    /// [`Error::Cursor`](crate::Error::Cursor) if it is not a cursor of a query with this order.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a reference is a cursor as well"
    )]
    pub fn at<C: IntoCursor>(mut self, cursor: C) -> Result<Self> {
        self.position = match cursor.text() {
            None => None,
            Some(text) => {
                let (back, key) = open(text, order_number::<S, I, K>(&self.keys))?;
                let mut rest = &key[..];
                match V::decode(&mut rest) {
                    Some(values) if rest.is_empty() => Some(Position { values, back }),
                    _ => return Err(failed(CursorKind::Altered)),
                }
            }
        };
        Ok(self)
    }

    /// Returns the cursor of the page after a row whose keys have these values, for example to begin at a date.
    ///
    /// # Errors
    /// [`Error::Encode`](crate::Error::Encode) if a value cannot be encoded.
    pub fn cursor_after(&self, values: &V) -> Result<super::Cursor> {
        let mut key = Vec::new();
        values
            .encode(&mut key)
            .map_err(crate::error::Error::encode)?;
        let order = order_number::<S, I, K>(&self.keys);
        Ok(super::Cursor::new(false, order, &key))
    }
}

/// The selected columns, and the keys after them.
#[derive(Debug, Clone, Copy)]
pub struct WithKeys<P, C> {
    projection: P,
    keys: C,
}

fragment!(impl[P: Fragment, C: Fragment] WithKeys<P, C> { (projection: P), ", ", (keys: C) });

/// A query for a page: a body, and the order in one direction.
type PageSelect<S, P, B, K, I, const BACK: bool> = UnboxedSelect<
    S,
    WithKeys<P, KeysetColumns<S, I, K>>,
    B,
    Tail<ReversedKeys<S, I, K, BACK>, Limit>,
>;

#[expect(clippy::type_complexity, reason = "a query for each position")]
#[hide_bounds]
impl<S, P, F, W, K, I, V> Keyset<S, P, Body<F, W>, K, I, V>
where
    K: KeysetKeys<S, I, Values = V> + Clone,
{
    /// The query for one page of at most this many rows: `fetch_one` returns a [`Page`].
    ///
    /// Its text is one of three constants: for the first page, for a page after a cursor, and for one before a cursor.
    pub fn page<After, Before>(
        self,
        rows: u32,
    ) -> KeysetPage<
        PageSelect<S, P, Body<F, W>, K, I, false>,
        PageSelect<S, P, Body<F, After>, K, I, false>,
        PageSelect<S, P, Body<F, Before>, K, I, true>,
        PageDecoder<S, I, K, P::Decoder>,
    >
    where
        W: AndWhere<Beyond<S, I, K, false>, With = After>
            + AndWhere<Beyond<S, I, K, true>, With = Before>,
        P: Projection<Kind: RowLevel>,
    {
        let Self {
            projection,
            body: Body { from, filter, .. },
            keys,
            position,
            ..
        } = self;
        let order = order_number::<S, I, K>(&keys);
        let limit = Limit(Some(i64::from(rows) + 1));
        let projection = WithKeys {
            projection,
            keys: KeysetColumns {
                keys: keys.clone(),
                scope: PhantomData,
            },
        };
        macro_rules! select {
            ($filter:expr, $back:literal) => {
                UnboxedSelect {
                    projection,
                    body: Body {
                        from,
                        filter: $filter,
                        group: (),
                    },
                    tail: Tail {
                        order: ReversedKeys::<S, I, K, $back> {
                            keys,
                            scope: PhantomData,
                        },
                        limit,
                        lock: (),
                    },
                    scope: PhantomData,
                }
            };
        }
        macro_rules! beyond {
            ($values:expr, $back:literal) => {
                Beyond::<S, I, K, $back> {
                    keys: keys.clone(),
                    values: $values,
                    scope: PhantomData,
                }
            };
        }
        let back = position.as_ref().map(|position| position.back);
        KeysetPage {
            select: match position {
                None => Select::First(select!(filter, false)),
                Some(Position {
                    values,
                    back: false,
                }) => Select::After(select!(
                    AndWhere::<Beyond<S, I, K, false>>::and(filter, beyond!(values, false)),
                    false
                )),
                Some(Position { values, back: true }) => Select::Before(select!(
                    AndWhere::<Beyond<S, I, K, true>>::and(filter, beyond!(values, true)),
                    true
                )),
            },
            rows: usize::try_from(rows).unwrap_or(usize::MAX),
            order,
            back,
            decoder: PhantomData,
        }
    }
}

/// The query for a page of a keyset. [`Keyset::page`] returns it.
#[must_use = "a query does nothing until it is fetched"]
pub struct KeysetPage<F, A, B, D> {
    select: Select<F, A, B>,
    rows: usize,
    order: u32,
    back: Option<bool>,
    decoder: PhantomData<fn() -> D>,
}

#[derive(Clone)]
enum Select<F, A, B> {
    First(F),
    After(A),
    Before(B),
}

/// Calls a method of the query.
macro_rules! each {
    ($page:expr, $select:ident => $call:expr) => {
        match $page.select {
            Select::First(ref $select) => $call,
            Select::After(ref $select) => $call,
            Select::Before(ref $select) => $call,
        }
    };
}

impl<F: Clone, A: Clone, B: Clone, D> Clone for KeysetPage<F, A, B, D> {
    fn clone(&self) -> Self {
        Self {
            select: self.select.clone(),
            decoder: PhantomData,
            ..*self
        }
    }
}

impl<F, A, B, D> fmt::Debug for KeysetPage<F, A, B, D>
where
    Self: Statement + Fragment,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("KeysetPage").field(&self.to_sql()).finish()
    }
}

// The text is written only if the page is a part of another statement, such as `explain`.
impl<F: Fragment, A: Fragment, B: Fragment, D> Fragment for KeysetPage<F, A, B, D> {
    const TOKENS: &'static [Token] = &[];
    const STATIC: bool = false;

    fn write(&self, sql: &mut SqlWriter) {
        each!(self, select => select.write(sql));
    }

    fn bind(&self, arguments: &mut Arguments) -> std::result::Result<(), BoxDynError> {
        each!(self, select => select.bind(arguments))
    }
}

impl<F, A, B, D> Statement for KeysetPage<F, A, B, D>
where
    F: Statement + Fragment,
    A: Statement + Fragment,
    B: Statement + Fragment,
{
    fn to_sql(&self) -> Cow<'static, str> {
        each!(self, select => select.to_sql())
    }

    fn into_sqlx_for<Rows: Expects>(self) -> Result<(SqlStr, PgArguments)> {
        match self.select {
            Select::First(select) => select.into_sqlx_for::<Rows>(),
            Select::After(select) => select.into_sqlx_for::<Rows>(),
            Select::Before(select) => select.into_sqlx_for::<Rows>(),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<F, A, B, S: Closed, I, K: KeysetKeys<S, I>, D: Decoder> Query
    for KeysetPage<F, A, B, PageDecoder<S, I, K, D>>
where
    F: Statement + Fragment,
    A: Statement + Fragment,
    B: Statement + Fragment,
{
    type Row = Page<D::Row>;
    type Decoder = PageDecoder<S, I, K, D>;

    fn decoder(&self) -> Self::Decoder {
        PageDecoder::new(self.rows, self.order, self.back)
    }
}
