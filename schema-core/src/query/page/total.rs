//! `with_total`: a page, and how many rows there are without its `limit` and `offset`.

use std::fmt;
use std::marker::PhantomData;
use std::sync::{Mutex, PoisonError};

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::keyset::PagedRows;
use crate::exec::{Query, Statement};
use crate::expr::OrderingList;
use crate::query::UnboxedSelect;
use crate::query::clause::{HasOrder, OrderBy, Tail};
use crate::query::select::Projection;
use crate::row::{ColumnList, Decoder, Describe, RowDecoder, RowReader};
use crate::scope::Closed;
use crate::sql::{Arguments, Expected, Fragment, SqlWriter, Token};

/// Some rows of a query, and the number of all.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CountedPage<R> {
    /// The rows of the page.
    pub rows: Vec<R>,
    /// The number of rows without `limit` and `offset`.
    pub total: i64,
}

/// A query and its total, in one statement. [`UnboxedSelect::with_total`] returns it.
#[must_use = "a query does nothing until it is fetched"]
pub struct WithTotal<S, P, B, O, L> {
    projection: P,
    body: B,
    tail: Tail<O, L>,
    scope: PhantomData<fn() -> S>,
}

impl<S, P: Clone, B: Clone, O: Clone, L: Clone> Clone for WithTotal<S, P, B, O, L> {
    fn clone(&self) -> Self {
        Self {
            projection: self.projection.clone(),
            body: self.body.clone(),
            tail: self.tail.clone(),
            scope: PhantomData,
        }
    }
}

impl<S, P, B, O, L> fmt::Debug for WithTotal<S, P, B, O, L>
where
    Self: Fragment,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("WithTotal").field(&self.to_sql()).finish()
    }
}

#[hide_bounds]
impl<S, P, B, O, L> UnboxedSelect<S, P, B, Tail<O, L>> {
    /// Returns the page that `limit` and `offset` describe together with the number of all rows: `fetch_one` returns a
    /// [`CountedPage`].
    ///
    /// It is one statement, so both are of the same moment. The total is known on an empty page after the end as well.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, age: i32 }
    /// let adults = Patient.select().filter(Patient.age.ge(18)).columns(Patient.id);
    /// let page = adults.order_by(Patient.id).limit(20).offset(40).with_total();
    /// assert_eq!(
    ///     page.to_sql(),
    ///     concat!(
    ///         r#"select "total".*, "page".* from "#,
    ///         r#"(select count(*) from (select "patients"."id" from "patients" where "patients"."age" >= $1) as "rows") "#,
    ///         r#"as "total" left join (select row_number() over (order by "patients"."id"), "patients"."id" "#,
    ///         r#"from "patients" where "patients"."age" >= $2 order by "patients"."id" limit $3 offset $4) "#,
    ///         r#"as "page" on true order by 2"#,
    ///     )
    /// );
    /// # let _ = async |pool: &sqlx::PgPool| -> schema_core::Result<()> {
    /// let page = page.fetch_one(pool).await?;
    /// let (ids, total): (Vec<i64>, i64) = (page.rows, page.total);
    /// # Ok(())
    /// # };
    /// ```
    pub fn with_total(self) -> WithTotal<S, P, B, O, L>
    where
        O: HasOrder,
        P: PagedRows,
    {
        WithTotal {
            projection: self.projection,
            body: self.body,
            tail: self.tail,
            scope: PhantomData,
        }
    }
}

const HEAD: &str = r#"select "total".*, "page".* from (select count(*) from (select "#;
const COUNTED: &str = r#") as "rows") as "total" left join (select row_number() over ("#;
const ORDERED: &str = "), ";
const TAIL: &str = r#") as "page" on true order by 2"#;
const BY: &str = "order by ";

// Not declared by `fragment!`: an empty list of orderings has no `order by`.
impl<S, P: Fragment, B: Fragment, O: OrderingList, L: Fragment> Fragment
    for WithTotal<S, P, B, OrderBy<O>, L>
{
    const TOKENS: &'static [Token] = &[
        Token::Text(HEAD),
        Token::Sub(P::TOKENS),
        Token::Sub(B::TOKENS),
        Token::Text(COUNTED),
        Token::Text(BY),
        Token::Sub(O::TOKENS),
        Token::Text(ORDERED),
        Token::Sub(P::TOKENS),
        Token::Sub(B::TOKENS),
        Token::Sub(<Tail<OrderBy<O>, L> as Fragment>::TOKENS),
        Token::Text(TAIL),
    ];
    const STATIC: bool = P::STATIC && B::STATIC && O::STATIC && L::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.text(HEAD);
        self.projection.write(sql);
        self.body.write(sql);
        sql.text(COUNTED);
        self.tail.order.0.write_list(sql, &mut { BY });
        sql.text(ORDERED);
        self.projection.write(sql);
        self.body.write(sql);
        self.tail.write(sql);
        sql.text(TAIL);
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.projection.bind(arguments)?;
        self.body.bind(arguments)?;
        self.tail.order.0.bind(arguments)?;
        self.projection.bind(arguments)?;
        self.body.bind(arguments)?;
        self.tail.bind(arguments)
    }
}

impl<S, P, B, O, L> Statement for WithTotal<S, P, B, O, L> {}

#[diagnostic::do_not_recommend]
impl<S: Closed, P: Projection, B: Fragment, O: OrderingList, L: Fragment> Query
    for WithTotal<S, P, B, OrderBy<O>, L>
{
    type Row = CountedPage<<P::Decoder as Decoder>::Row>;
    type Decoder = TotalDecoder<P::Decoder>;

    fn decoder(&self) -> Self::Decoder {
        TotalDecoder {
            rows: Mutex::default(),
            total: 0,
        }
    }
}

/// Reads the total, the number of the row in the order, and the row itself. If the page is empty, there is one row
/// without a number.
pub struct TotalDecoder<D: Decoder> {
    /// In a mutex only because a decoder is `Sync` and a row need not be.
    rows: Mutex<Vec<D::Row>>,
    total: i64,
}

// No row is pinned.
impl<D: Decoder> Unpin for TotalDecoder<D> {}

impl<D: Decoder> fmt::Debug for TotalDecoder<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TotalDecoder")
    }
}

fn describe<D: Decoder>(columns: &mut ColumnList<'_>) {
    columns.column::<i64>(None);
    columns.column::<Option<i64>>(None);
    D::describe(columns);
}

impl<D: Decoder> RowDecoder for TotalDecoder<D> {
    type Row = CountedPage<D::Row>;
    const FOLDS: bool = true;
    const COLUMNS: Expected = Expected::List(&[
        Expected::of::<i64>(),
        Expected::of::<Option<i64>>(),
        Expected::OrNone(&D::EXPECTED),
    ]);

    fn describe(&self) -> Describe {
        describe::<D>
    }

    fn push(&mut self, row: &mut RowReader<'_>) -> Result<Option<Self::Row>, BoxDynError> {
        self.total = row.read()?;
        let number: Option<i64> = row.read()?;
        if number.is_some() {
            let row = D::decode(row)?;
            self.rows
                .get_mut()
                .unwrap_or_else(PoisonError::into_inner)
                .push(row);
        }
        Ok(None)
    }

    fn finish(&mut self) -> Option<Self::Row> {
        let rows = self.rows.get_mut().unwrap_or_else(PoisonError::into_inner);
        Some(CountedPage {
            rows: std::mem::take(rows),
            total: self.total,
        })
    }
}
