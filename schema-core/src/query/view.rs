//! The queries of views, and `refresh`.
//!
//! <https://www.postgresql.org/docs/current/sql-createview.html>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::clause::{Definitions, WithKeyword, WithQuery};
use crate::exec::{Changes, Executable, Statement};
use crate::expr::Subquery;
use crate::row::Decoder;
use crate::scope::{NoNames, NoOuter};
use crate::sql::{Arguments, Fragment, SqlWriter, Token, fragment, text};
use crate::table::{Refreshable, RefreshedConcurrently, Source};

/// A query with rows of type `R`, which can be the query of the view `R`: a `select`, also after `with`, or several that are
/// combined.
#[diagnostic::on_unimplemented(
    message = "this is not a query of the columns of view `{R}`",
    label = "other columns than those of `{R}`",
    note = "end a `select` by `.columns(Select{R} {{ … }})`, with an expression for each field"
)]
pub trait ViewQuery<R>: Fragment {}

#[diagnostic::do_not_recommend]
impl<Q: Subquery<Needs: NoOuter + NoNames, Decoder: Decoder<Row = R>>, R> ViewQuery<R> for Q {}

#[diagnostic::do_not_recommend]
impl<K: WithKeyword, D: Definitions, Q: Subquery<Decoder: Decoder<Row = R>>, R> ViewQuery<R>
    for WithQuery<K, D, Q>
{
}

/// Checks the query of the view `R`.
#[hide_bounds]
pub fn view_query<R, Q: ViewQuery<R>>(query: Q) -> Q {
    query
}

/// Returns the text of a query, with its values as literals.
///
/// # Errors
/// If the query has a placeholder.
pub fn view_text<Q: Fragment>(query: &Q) -> Result<String, BoxDynError> {
    let mut arguments = Arguments::literals();
    query.bind(&mut arguments)?;
    let mut sql = SqlWriter::with_literals(arguments.into_literals());
    query.write(&mut sql);
    Ok(sql.finish())
}

/// Returns a number that changes with the query that a function returns. `source` is its source text.
pub const fn view_hash<F: Fn() -> Q, Q: Fragment>(_: &F, source: &str) -> u64 {
    crate::def::query_hash(text::<Q>(), source)
}

/// Returns a number that changes with a query that is written as SQL.
pub const fn view_sql_hash(sql: &str) -> u64 {
    crate::def::query_hash(None, sql)
}

/// A `refresh` of the materialized view `V`: it computes the rows again.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "orders")]
/// struct Order {
///     #[column(primary_key, identity)]
///     id: i64,
///     patient_id: i64,
/// }
///
/// #[view(
///     name = "totals",
///     materialized,
///     query = Order.select().group_by(Order.patient_id).columns(SelectTotal {
///         patient_id: Order.patient_id,
///         orders: count(),
///     })
/// )]
/// struct Total {
///     #[column(unique)]
///     patient_id: i64,
///     orders: i64,
/// }
///
/// assert_eq!(Total.refresh().to_sql(), r#"refresh materialized view "totals""#);
/// assert_eq!(
///     Total.refresh().concurrently().to_sql(),
///     r#"refresh materialized view concurrently "totals""#
/// );
/// ```
#[must_use = "a statement does nothing until it is executed"]
pub struct Refresh<V, const CONCURRENTLY: bool = false>(PhantomData<fn() -> V>);

impl<V, const CONCURRENTLY: bool> Refresh<V, CONCURRENTLY> {
    pub(crate) const NEW: Self = Self(PhantomData);
}

impl<V, const CONCURRENTLY: bool> Clone for Refresh<V, CONCURRENTLY> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<V, const CONCURRENTLY: bool> Copy for Refresh<V, CONCURRENTLY> {}

impl<V: Source, const CONCURRENTLY: bool> fmt::Debug for Refresh<V, CONCURRENTLY> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Refresh").field(&self.to_sql()).finish()
    }
}

#[hide_bounds]
impl<V: Refreshable> Refresh<V> {
    /// `concurrently`: programs can read the view meanwhile. It takes longer, and needs a unique index.
    pub fn concurrently(self) -> Refresh<V, true>
    where
        V: RefreshedConcurrently,
    {
        Refresh::NEW
    }
}

fragment!(impl[V: Source, const CONCURRENTLY: bool] Refresh<V, CONCURRENTLY> {
    "refresh materialized view ",
    [const { &[Token::Text(if CONCURRENTLY { "concurrently " } else { "" })] }],
    [V::REFERENCE],
});

impl<V, const CONCURRENTLY: bool> Statement for Refresh<V, CONCURRENTLY> {}

#[diagnostic::do_not_recommend]
impl<V, const CONCURRENTLY: bool> Changes for Refresh<V, CONCURRENTLY> {}

#[diagnostic::do_not_recommend]
impl<V, const CONCURRENTLY: bool> Executable for Refresh<V, CONCURRENTLY> {}
