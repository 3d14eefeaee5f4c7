//! Queries with none of their history in their type.

use schema_macros::hide_bounds;
use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use super::RowCount;
use super::clause::Clauses;
use super::select::{Projection, Select};
use crate::exec::{
    ByFunctions, Decoder, Executor, FetchAll, FetchOne, FetchOptional, Rows, Statement, run,
};
use crate::expr::{Condition, ConditionOn, Expression, OrderedBy};
use crate::query::clause::OrderingList;
use crate::sql::{Arguments, DynFragment, Fragment, SqlWriter, Token};

type Part<'a> = Box<dyn DynFragment + 'a>;

/// A `select` over the tables `S`, such as `(Patient,)`, with rows of the type `R`: what a function takes and returns,
/// and what a loop adds conditions to. Its text is written when it runs.
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
///     query.limit(10)
/// }
///
/// assert_eq!(
///     named(&["%ana%", "%lee%"]).to_sql(),
///     r#"select "patients"."id", "patients"."name" from "patients" where "patients"."name" ilike $1 and "patients"."name" ilike $2 limit $3"#
/// );
/// ```
#[must_use = "a query does nothing until it is fetched"]
pub struct BoxedSelect<'a, S, R> {
    head: Part<'a>,
    from: Part<'a>,
    filters: Vec<Part<'a>>,
    orderings: Vec<Part<'a>>,
    limit: Option<i64>,
    offset: Option<i64>,
    decoder: ByFunctions<R>,
    scope: PhantomData<fn() -> S>,
}

impl<S, R> fmt::Debug for BoxedSelect<'_, S, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sql = SqlWriter::new();
        self.write(&mut sql);
        f.debug_tuple("BoxedSelect").field(&sql.finish()).finish()
    }
}

/// A projection as a fragment.
struct Head<S, P>(P, PhantomData<fn() -> S>);

impl<S, P: Projection<S>> Fragment for Head<S, P> {
    const TOKENS: &'static [Token] = P::TOKENS;
    const STATIC: bool = P::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        self.0.write(sql);
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.0.bind(arguments)
    }
}

#[hide_bounds]
impl<S, P, F, W, O> Select<S, P, Clauses<F, W, (), (), O, ()>> {
    /// The query with none of its history in its type. Further conditions, orderings, `limit` and `offset` can be
    /// added, in a loop too.
    pub fn boxed<'a>(self) -> BoxedSelect<'a, S, <P::Decoder as Decoder>::Row>
    where
        S: 'a,
        P: Projection<S> + Send + Sync + 'a,
        F: Fragment + Send + Sync + 'a,
        W: BoxedFilter<'a>,
        O: BoxedOrder<'a>,
    {
        let Clauses {
            from,
            filter,
            order,
            ..
        } = self.clauses;
        BoxedSelect {
            head: Box::new(Head(self.projection, PhantomData::<fn() -> S>)),
            from: Box::new(from),
            filters: filter.boxed(),
            orderings: order.boxed(),
            limit: None,
            offset: None,
            decoder: ByFunctions::of::<P::Decoder>(),
            scope: PhantomData,
        }
    }
}

/// A `where`, or none, that can be boxed.
pub trait BoxedFilter<'a> {
    /// The conditions.
    fn boxed(self) -> Vec<Part<'a>>;
}

impl BoxedFilter<'_> for () {
    fn boxed(self) -> Vec<Part<'static>> {
        Vec::new()
    }
}

impl<'a, E: Expression + Send + Sync + 'a> BoxedFilter<'a> for super::Where<E> {
    fn boxed(self) -> Vec<Part<'a>> {
        vec![condition(self.0)]
    }
}

/// An `order by`, or none, that can be boxed.
pub trait BoxedOrder<'a> {
    /// The orderings.
    fn boxed(self) -> Vec<Part<'a>>;
}

impl BoxedOrder<'_> for () {
    fn boxed(self) -> Vec<Part<'static>> {
        Vec::new()
    }
}

impl<'a, O: OrderingList + Send + Sync + 'a> BoxedOrder<'a> for super::OrderBy<O> {
    fn boxed(self) -> Vec<Part<'a>> {
        if self.0.is_empty() {
            Vec::new()
        } else {
            vec![Box::new(Listed(self.0))]
        }
    }
}

/// Orderings among others.
struct Listed<O>(O);

impl<O: OrderingList> Fragment for Listed<O> {
    const TOKENS: &'static [Token] = O::TOKENS;
    const STATIC: bool = O::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        self.0.write_list(sql, &mut "");
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.0.bind(arguments)
    }
}

/// A condition among others that all must hold, in parentheses where it is an `or`.
struct Anded<E>(E);

impl<E: Expression> Anded<E> {
    const PARENTHESES: bool = E::PRECEDENCE < crate::expr::AND;
}

crate::sql::fragment!(impl[E: Expression] Anded<E> {
    [crate::expr::when(Self::PARENTHESES, crate::expr::OPEN)],
    (0: E),
    [crate::expr::when(Self::PARENTHESES, crate::expr::CLOSE)],
});

fn condition<'a, E: Expression + Send + Sync + 'a>(condition: E) -> Part<'a> {
    Box::new(Anded(condition))
}

#[hide_bounds]
impl<'a, S, R> BoxedSelect<'a, S, R> {
    /// One condition more, which must hold beside the others.
    pub fn filter<E: Condition<And = X> + ConditionOn<S, I>, I, X>(mut self, filter: E) -> Self
    where
        X: Expression + Send + Sync + 'a,
    {
        self.filters.push(condition(filter.into_and()));
        self
    }

    /// One ordering more, for rows that are equal in the others.
    pub fn order_by<O: OrderedBy<S, I> + Send + Sync + 'a, I>(mut self, ordering: O) -> Self {
        if !ordering.is_empty() {
            self.orderings.push(Box::new(Listed(ordering)));
        }
        self
    }

    /// `limit rows`; of `None`, no limit.
    pub fn limit<N: RowCount>(mut self, rows: N) -> Self {
        self.limit = rows.rows();
        self
    }

    /// `offset rows`: without the first rows.
    pub fn offset<N: RowCount>(mut self, rows: N) -> Self {
        self.offset = rows.rows();
        self
    }

    /// Runs the query and reads the only row; of several the first.
    ///
    /// # Errors
    /// [`Error::NotFound`](crate::Error::NotFound), where there is none; else [`Error`](crate::Error).
    pub fn fetch_one<'e, 'c: 'e, E: Executor<'c> + 'e>(
        self,
        executor: E,
    ) -> FetchOne<'e, ByFunctions<R>> {
        FetchOne(self.fetch_optional(executor))
    }

    /// Runs the query and reads the row, if there is one; of several the first.
    ///
    /// # Errors
    /// [`Error`](crate::Error), by what the caller can do.
    pub fn fetch_optional<'e, 'c: 'e, E: Executor<'c> + 'e>(
        self,
        executor: E,
    ) -> FetchOptional<'e, ByFunctions<R>> {
        let decoder = self.decoder;
        run::fetch_optional(self.into_sqlx(), executor, None, decoder)
    }

    /// Runs the query and reads all rows.
    ///
    /// # Errors
    /// [`Error`](crate::Error), by what the caller can do.
    pub fn fetch_all<'e, 'c: 'e, E: Executor<'c> + 'e>(
        self,
        executor: E,
    ) -> FetchAll<'e, ByFunctions<R>>
    where
        R: Send,
    {
        let decoder = self.decoder;
        run::fetch_all(self.into_sqlx(), executor, None, decoder)
    }

    /// Runs the query and reads row after row, as the server sends them.
    pub fn fetch<'e, 'c: 'e, E: Executor<'c> + 'e>(self, executor: E) -> Rows<'e, R> {
        let decoder = self.decoder;
        run::fetch(self.into_sqlx(), executor, None, decoder)
    }
}

impl<S, R> Fragment for BoxedSelect<'_, S, R> {
    const TOKENS: &'static [Token] = &[];
    const STATIC: bool = false;

    fn write(&self, sql: &mut SqlWriter) {
        sql.text("select ");
        self.head.write_dyn(sql);
        self.from.write_dyn(sql);
        for (i, filter) in self.filters.iter().enumerate() {
            sql.text(if i == 0 { " where " } else { " and " });
            filter.write_dyn(sql);
        }
        for (i, ordering) in self.orderings.iter().enumerate() {
            sql.text(if i == 0 { " order by " } else { ", " });
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

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.head.bind_dyn(arguments)?;
        self.from.bind_dyn(arguments)?;
        for part in self.filters.iter().chain(&self.orderings) {
            part.bind_dyn(arguments)?;
        }
        for number in [&self.limit, &self.offset].into_iter().flatten() {
            arguments.push::<i64, i64>(Some(number))?;
        }
        Ok(())
    }
}

impl<S, R> Statement for BoxedSelect<'_, S, R> {}
