//! Queries whose clauses are not part of their type.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::{Columns, Projection, UnboxedSelect};
use crate::exec::{Query, Statement};
use crate::expr::binary::{CLOSE, OPEN, parenthesis_if, precedence};
use crate::expr::{
    Condition, ConditionOn, CountAll, Decoded, Expression, Inferred, OrderedBy, OrderingList,
    SelectedFrom, SelectionKind,
};
use crate::query::clause::{Body, Limit, Offset, OrderBy, RowCount, Tail, Where, push_rows};
use crate::row::{Decoder, ErasedDecoder};
use crate::scope::{Closed, Constant, NoTable, OrderedIn, RowLevel, SelectedIn};
use crate::sql::{Arguments, DynFragment, Fragment, ORDER_BY, Scan, SqlWriter, Token, fragment};
use crate::types::NeverNull;

type Part<'a> = Arc<dyn DynFragment + 'a>;

/// A `select` over the scope `S`, such as `(Patient,)`, with rows of type `R`: the type to return from a function, to
/// choose in `if` or `match`, and to extend in a loop. Its text is written when it runs.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "patients")]
/// struct Patient {
///     #[column(primary_key)]
///     id: i64,
///     name: String,
/// }
///
/// fn named<'a>(parts: &[&'a str]) -> BoxedSelect<'a, (Patient,), Patient> {
///     let mut query = Patient.select().boxed();
///     for part in parts {
///         query = query.filter(Patient.name.ilike(*part));
///     }
///     query
/// }
///
/// let query = named(&["%ana%", "%lee%"]);
/// let (total, page) = (query.clone().count(), query.order_by(Patient.id).limit(10));
/// assert_eq!(
///     page.to_sql(),
///     r#"select "patients"."id", "patients"."name" from "patients" where "patients"."name" ilike $1 and "patients"."name" ilike $2 order by "patients"."id" limit $3"#
/// );
/// assert_eq!(
///     total.to_sql(),
///     r#"select count(*) from "patients" where "patients"."name" ilike $1 and "patients"."name" ilike $2"#
/// );
/// ```
#[must_use = "a query does nothing until it is fetched"]
pub struct BoxedSelect<'a, S, R> {
    projection: Part<'a>,
    combines_rows: bool,
    from: Part<'a>,
    filters: Vec<Part<'a>>,
    orderings: Vec<Part<'a>>,
    /// The scan that finds the first rows of the order.
    scan: Scan,
    limit: Option<i64>,
    offset: Option<i64>,
    decoder: ErasedDecoder<R>,
    scope: PhantomData<fn() -> S>,
}

impl<S, R> Clone for BoxedSelect<'_, S, R> {
    fn clone(&self) -> Self {
        Self {
            projection: Arc::clone(&self.projection),
            combines_rows: self.combines_rows,
            from: Arc::clone(&self.from),
            filters: self.filters.clone(),
            orderings: self.orderings.clone(),
            scan: self.scan,
            limit: self.limit,
            offset: self.offset,
            decoder: self.decoder,
            scope: PhantomData,
        }
    }
}

impl<S, R> fmt::Debug for BoxedSelect<'_, S, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("BoxedSelect").field(&self.to_sql()).finish()
    }
}

#[hide_bounds]
impl<S, P, F, W, O, L> UnboxedSelect<S, P, Body<F, W>, Tail<O, L>> {
    /// Erases the clauses from the query's type, so that queries with different clauses have the same type:
    /// [`BoxedSelect<'_, (Patient,), Patient>`](BoxedSelect). Further conditions, orderings, `limit` and `offset` can be
    /// added, also in a loop.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, age: Option<i32> }
    /// let (adults_only, by_age) = (true, false);
    /// let mut query = Patient.select().boxed();
    /// if adults_only {
    ///     query = query.filter(Patient.age.ge(18));
    /// }
    /// let query = if by_age { query.order_by(Patient.age) } else { query };
    /// assert_eq!(
    ///     query.to_sql(),
    ///     r#"select "patients"."id", "patients"."age" from "patients" where "patients"."age" >= $1"#
    /// );
    /// ```
    pub fn boxed<'a>(self) -> BoxedSelect<'a, S, <P::Decoder as Decoder>::Row>
    where
        S: 'a,
        P: Projection + Send + Sync + 'a,
        F: Fragment + Send + Sync + 'a,
        W: IntoParts<'a>,
        O: IntoParts<'a>,
        L: IntoLimits,
    {
        let (limit, offset) = self.tail.limit.into_limits();
        BoxedSelect {
            projection: Arc::new(self.projection),
            combines_rows: P::COMBINES_ROWS,
            from: Arc::new(self.body.from),
            filters: self.body.filter.into_parts(),
            orderings: self.tail.order.into_parts(),
            scan: O::SCAN,
            limit,
            offset,
            decoder: ErasedDecoder::of::<P::Decoder>(),
            scope: PhantomData,
        }
    }
}

/// A `where` or an `order by`, or none, that can be boxed.
pub trait IntoParts<'a> {
    /// The scan that finds the first rows, if this is an order.
    const SCAN: Scan = Scan::Plain;
    /// Returns the conditions or orderings.
    fn into_parts(self) -> Vec<Part<'a>>;
}

impl IntoParts<'_> for () {
    fn into_parts(self) -> Vec<Part<'static>> {
        Vec::new()
    }
}

impl<'a, E: Expression + Send + Sync + 'a> IntoParts<'a> for Where<E> {
    fn into_parts(self) -> Vec<Part<'a>> {
        vec![Arc::new(InAnd(self.0))]
    }
}

impl<'a, O: OrderingList + Send + Sync + 'a> IntoParts<'a> for OrderBy<O> {
    const SCAN: Scan = O::SCAN;

    fn into_parts(self) -> Vec<Part<'a>> {
        if self.0.is_empty() {
            Vec::new()
        } else {
            vec![Arc::new(OrderingPart(self.0))]
        }
    }
}

/// A `limit` and `offset`, or none.
pub trait IntoLimits {
    /// Returns the numbers of rows.
    fn into_limits(self) -> (Option<i64>, Option<i64>);
}

impl IntoLimits for () {
    fn into_limits(self) -> (Option<i64>, Option<i64>) {
        (None, None)
    }
}

impl IntoLimits for Limit {
    fn into_limits(self) -> (Option<i64>, Option<i64>) {
        (self.0, None)
    }
}

impl<L: IntoLimits> IntoLimits for Offset<L> {
    fn into_limits(self) -> (Option<i64>, Option<i64>) {
        (self.limit.into_limits().0, self.rows)
    }
}

/// A condition as an operand of `and`: in parentheses if it is an `or`.
struct InAnd<E>(E);

impl<E: Expression> InAnd<E> {
    const PARENTHESES: bool = E::PRECEDENCE < precedence::AND;
}

fragment!(impl[E: Expression] InAnd<E> {
    [parenthesis_if(Self::PARENTHESES, OPEN)], (0: E), [parenthesis_if(Self::PARENTHESES, CLOSE)],
});

/// A list of orderings among others. Not declared by `fragment!`: a part of the list may be empty.
struct OrderingPart<O>(O);

impl<O: OrderingList> Fragment for OrderingPart<O> {
    const TOKENS: &'static [Token] = O::TOKENS;
    const STATIC: bool = O::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        self.0.write_list(sql, &mut "");
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.0.bind(arguments)
    }
}

/// `count(*)`
struct Count;

fragment!(impl[] Count { "count(*)" });

/// ` from (query) as "rows"`
struct FromQuery<Q>(Q);

fragment!(impl[Q: Fragment] FromQuery<Q> { " from (", (0: Q), ") as \"rows\"" });

#[hide_bounds]
impl<'a, S, R> BoxedSelect<'a, S, R> {
    /// Adds a condition, which must be true as well as the others.
    pub fn filter<E: Condition<And = X> + ConditionOn<S, I> + Inferred<I, Is: RowLevel>, I, X>(
        mut self,
        condition: E,
    ) -> Self
    where
        X: Expression + Send + Sync + 'a,
    {
        self.filters.push(Arc::new(InAnd(condition.into_and())));
        self
    }

    /// Adds an ordering, for rows that are equal in the others.
    pub fn order_by<
        E: OrderingList<Kind = K>
            + OrderedBy<S, I, K>
            + Inferred<K, Is: OrderedIn<S, Constant>>
            + Send
            + Sync
            + 'a,
        I,
        K,
    >(
        mut self,
        ordering: E,
    ) -> Self {
        if !ordering.is_empty() {
            if self.orderings.is_empty() {
                self.scan = E::SCAN;
            }
            self.orderings.push(Arc::new(OrderingPart(ordering)));
        }
        self
    }

    /// Replaces the `limit`. `None` is no limit.
    pub fn limit<N: RowCount>(mut self, rows: N) -> Self {
        self.limit = rows.rows();
        self
    }

    /// Replaces the `offset`: skips the first rows.
    pub fn offset<N: RowCount>(mut self, rows: N) -> Self {
        self.offset = rows.rows();
        self
    }

    /// Selects these columns instead of those so far, with the same clauses.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// let query = Patient.select().boxed().filter(Patient.id.gt(7));
    /// let names: BoxedSelect<'_, (Patient,), String> = query.columns(Patient.name);
    /// assert_eq!(names.to_sql(), r#"select "patients"."name" from "patients" where "patients"."id" > $1"#);
    /// ```
    pub fn columns<
        E: SelectionKind<Kind = K>
            + SelectedFrom<S, I, D, K>
            + Inferred<K, Is: SelectedIn<S, Constant>>
            + Send
            + Sync
            + 'a,
        I,
        D: Decoder + 'a,
        K,
    >(
        self,
        columns: E,
    ) -> BoxedSelect<'a, S, D::Row>
    where
        Columns<E, D>: Projection<Decoder = D>,
    {
        BoxedSelect {
            projection: Arc::new(Columns {
                expressions: columns,
                decoder: PhantomData::<fn() -> D>,
            }),
            combines_rows: <Columns<E, D> as Projection>::COMBINES_ROWS,
            from: self.from,
            filters: self.filters,
            orderings: self.orderings,
            scan: self.scan,
            limit: self.limit,
            offset: self.offset,
            decoder: ErasedDecoder::of::<D>(),
            scope: PhantomData,
        }
    }

    /// Counts the rows of the query without its `limit` and `offset`: the total, if the query is one page.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// let page = Patient.select().distinct().columns(Patient.name).limit(10).boxed();
    /// assert_eq!(
    ///     page.count().to_sql(),
    ///     r#"select count(*) from (select distinct "patients"."name" from "patients") as "rows""#
    /// );
    /// ```
    pub fn count(mut self) -> BoxedSelect<'a, NoTable, i64>
    where
        S: 'a,
        R: 'a,
    {
        self.orderings.clear();
        (self.limit, self.offset) = (None, None);
        let (from, filters) = if self.combines_rows {
            (Arc::new(FromQuery(self)) as Part<'a>, Vec::new())
        } else {
            (self.from, self.filters)
        };
        BoxedSelect {
            projection: Arc::new(Count),
            combines_rows: true,
            from,
            filters,
            orderings: Vec::new(),
            scan: Scan::Plain,
            limit: None,
            offset: None,
            decoder: ErasedDecoder::of::<CountDecoder>(),
            scope: PhantomData,
        }
    }
}

type CountDecoder = Decoded<CountAll, NeverNull>;

// Not declared by `fragment!`: the parts are lists.
impl<S, R> Fragment for BoxedSelect<'_, S, R> {
    const TOKENS: &'static [Token] = &[];
    const STATIC: bool = false;

    fn write(&self, sql: &mut SqlWriter) {
        let scan = match self.limit {
            Some(_) => self.scan,
            None => Scan::Plain,
        };
        sql.select(scan, true, |sql| self.write_clauses(sql));
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.projection.bind_dyn(arguments)?;
        self.from.bind_dyn(arguments)?;
        if !self.orderings.is_empty() {
            arguments.note_ordered();
        }
        for part in self.filters.iter().chain(&self.orderings) {
            part.bind_dyn(arguments)?;
        }
        for (clause, rows) in [("limit", &self.limit), ("offset", &self.offset)] {
            if rows.is_some() {
                push_rows(clause, rows.as_ref(), arguments)?;
            }
        }
        Ok(())
    }
}

impl<S, R> BoxedSelect<'_, S, R> {
    fn write_clauses(&self, sql: &mut SqlWriter) {
        sql.text("select ");
        self.projection.write_dyn(sql);
        sql.from_start();
        self.from.write_dyn(sql);
        sql.from_end();
        for (i, filter) in self.filters.iter().enumerate() {
            if i == 0 {
                sql.text(" where ");
                // Each condition is in parentheses if it is an `or`.
                sql.condition_start(false);
            } else {
                sql.text(" and ");
            }
            filter.write_dyn(sql);
        }
        sql.after_where();
        for (i, ordering) in self.orderings.iter().enumerate() {
            sql.text(if i == 0 { ORDER_BY } else { ", " });
            ordering.write_dyn(sql);
        }
        if self.limit.is_some() {
            sql.text(" limit ");
            sql.parameter();
        }
        if self.offset.is_some() {
            sql.text(" offset ");
            sql.parameter();
        }
    }
}

impl<S, R> Statement for BoxedSelect<'_, S, R> {}

#[diagnostic::do_not_recommend]
impl<S: Closed, R: Send> Query for BoxedSelect<'_, S, R> {
    type Row = R;
    type Decoder = ErasedDecoder<R>;

    fn decoder(&self) -> Self::Decoder {
        self.decoder
    }
}
