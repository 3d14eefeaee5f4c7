//! `limit` and `offset`.
//!
//! <https://www.postgresql.org/docs/current/queries-limit.html>

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::{OrderBy, Tail, with_clause};
use crate::error::Invalid;
use crate::query::UnboxedSelect;
use crate::sql::{Arguments, Fragment, Token};
use crate::table::Impossible;

/// ` limit $1`
#[derive(Debug, Clone, Copy)]
pub struct Limit(pub(crate) Option<i64>);

/// ` offset $1`
#[derive(Debug, Clone, Copy)]
pub struct Offset<L> {
    pub(crate) limit: L,
    pub(crate) rows: Option<i64>,
}

/// ` fetch first $1 rows with ties`, of the rows that the `limit` and `offset` in `L` specify.
#[derive(Debug, Clone, Copy)]
pub struct WithTies<L>(L);

impl Fragment for WithTies<Limit> {
    const TOKENS: &'static [Token] = &[
        Token::Text(" fetch first "),
        Token::parameter::<i64>(),
        Token::Text(" rows with ties"),
    ];

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.0.bind(arguments)
    }
}

impl Fragment for WithTies<Offset<Limit>> {
    const TOKENS: &'static [Token] = &[
        Token::Sub(WithTies::<Limit>::TOKENS),
        Token::Text(" offset "),
        Token::parameter::<i64>(),
    ];

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.0.bind(arguments)
    }
}

/// An `order by`, which `with ties` requires.
#[diagnostic::on_unimplemented(
    message = "`with ties` and a page need an order; call `.order_by(…)` first",
    label = "no `order_by` before this"
)]
pub trait HasOrder {}

#[diagnostic::do_not_recommend]
impl<O> HasOrder for OrderBy<O> {}
// With several impls, the compiler explains none of them.
#[diagnostic::do_not_recommend]
impl HasOrder for Impossible {}

impl Fragment for Limit {
    const TOKENS: &'static [Token] = &[Token::Text(" limit "), Token::parameter::<i64>()];

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        push_rows("limit", self.0.as_ref(), arguments)
    }
}

impl<L: Fragment> Fragment for Offset<L> {
    const TOKENS: &'static [Token] = &[
        Token::Sub(L::TOKENS),
        Token::Text(" offset "),
        Token::parameter::<i64>(),
    ];

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.limit.bind(arguments)?;
        push_rows("offset", self.rows.as_ref(), arguments)
    }
}

/// Appends a number of rows.
///
/// # Errors
/// If it is negative, which the server would reject.
#[inline]
pub(crate) fn push_rows(
    clause: &'static str,
    rows: Option<&i64>,
    arguments: &mut Arguments,
) -> Result<(), BoxDynError> {
    match rows {
        Some(rows) if *rows < 0 => Err(negative(clause, *rows)),
        _ => arguments.push::<i64, i64>(rows),
    }
}

#[cold]
fn negative(clause: &'static str, rows: i64) -> BoxDynError {
    Invalid::boxed(format!(
        "`{clause}` is {rows}; pass a number that is not negative"
    ))
}

/// A query's `limit` and `offset` so far, without a `limit`.
#[diagnostic::on_unimplemented(
    message = "this query has a `limit` already",
    label = "a second `limit`"
)]
pub trait NoLimit<With> {
    /// Adds the limit.
    fn with_limit(self, rows: Option<i64>) -> With;
}

/// A query's `limit` and `offset` so far, without an `offset`.
#[diagnostic::on_unimplemented(
    message = "this query has an `offset` already",
    label = "a second `offset`"
)]
pub trait NoOffset: Sized + Fragment {
    /// Adds the offset.
    fn with_offset(self, rows: Option<i64>) -> Offset<Self> {
        Offset { limit: self, rows }
    }
}

#[diagnostic::do_not_recommend]
impl NoLimit<Limit> for () {
    fn with_limit(self, rows: Option<i64>) -> Limit {
        Limit(rows)
    }
}

#[diagnostic::do_not_recommend]
impl NoLimit<Offset<Limit>> for Offset<()> {
    fn with_limit(self, rows: Option<i64>) -> Offset<Limit> {
        Limit(rows).with_offset(self.rows)
    }
}

#[diagnostic::do_not_recommend]
impl NoOffset for () {}
#[diagnostic::do_not_recommend]
impl NoOffset for Limit {}

/// A number of rows: any integer, or `Option` of one. `None` is no limit.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a number of rows; use an integer",
    label = "expected an integer, or `Option` of one"
)]
pub trait RowCount {
    /// Returns the number. One above 2⁶³ is no limit in practice.
    fn rows(self) -> Option<i64>;
}

macro_rules! row_counts {
    ($($type:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl RowCount for $type {
            fn rows(self) -> Option<i64> {
                Some(i64::try_from(self).unwrap_or(i64::MAX))
            }
        }
    )*};
}

row_counts!(i32 i64 u8 u16 u32 u64 usize);

#[diagnostic::do_not_recommend]
impl<N: RowCount> RowCount for Option<N> {
    fn rows(self) -> Option<i64> {
        self.and_then(N::rows)
    }
}

#[hide_bounds]
impl<S, P, B, O, L, K> UnboxedSelect<S, P, B, Tail<O, L, K>> {
    /// `limit rows`. `None` is no limit.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let page = Patient.select().columns(Patient.id).offset(20).limit(10);
    /// assert_eq!(page.to_sql(), r#"select "patients"."id" from "patients" limit $1 offset $2"#);
    /// ```
    pub fn limit<N: RowCount, M>(self, rows: N) -> UnboxedSelect<S, P, B, Tail<O, M, K>>
    where
        L: NoLimit<M>,
    {
        with_clause!(self, tail.limit: self.tail.limit.with_limit(rows.rows()))
    }

    /// `offset rows`: skips the first rows.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let rest = Patient.select().columns(Patient.id).offset(20);
    /// assert_eq!(rest.to_sql(), r#"select "patients"."id" from "patients" offset $1"#);
    /// ```
    pub fn offset<N: RowCount>(self, rows: N) -> UnboxedSelect<S, P, B, Tail<O, Offset<L>, K>>
    where
        L: NoOffset,
    {
        with_clause!(self, tail.limit: self.tail.limit.with_offset(rows.rows()))
    }

    /// `fetch first … rows with ties`: also the rows that are equal to the last one in the order. The `order_by` comes
    /// before.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let oldest = Patient.select().order_by(Patient.age.desc()).limit_with_ties(3).columns(Patient.id);
    /// assert_eq!(
    ///     oldest.to_sql(),
    ///     r#"select "patients"."id" from "patients" order by "patients"."age" desc fetch first $1 rows with ties"#
    /// );
    /// ```
    pub fn limit_with_ties<N: RowCount, M>(
        self,
        rows: N,
    ) -> UnboxedSelect<S, P, B, Tail<O, WithTies<M>, K>>
    where
        L: NoLimit<M>,
        O: HasOrder,
    {
        let rows = Some(rows.rows().unwrap_or(i64::MAX));
        with_clause!(self, tail.limit: WithTies(self.tail.limit.with_limit(rows)))
    }
}
