//! `union`, `intersect` and `except`.
//!
//! <https://www.postgresql.org/docs/current/queries-union.html>

mod methods;
mod output;

use std::fmt;
use std::marker::PhantomData;

pub use methods::SetMethods;
pub use output::{
    IntoOutputOrdering, OutputAt, OutputColumn, OutputNumber, OutputOrdering, output,
};

use super::clause::{RecursiveQuery, Tail, TailClause};
use super::from::{Derived, SubqueryRow};
use super::select::UnboxedSelect;
use crate::exec::{Query, Statement};
use crate::expr::binary::{CLOSE, OPEN, parenthesis_if};
use crate::expr::{InOperand, InQuery, Subquery};
use crate::row::{Decoder, SetOperator, TypedDecoder, Union, Unites};
use crate::scope::{NeedList, NoNames, NoOuter};
use crate::sql::{Fragment, Token, fragment};
use crate::table::{AliasOf, Source};
use crate::types::{Nullability, Nullable};

/// Two queries, combined by the operator `O`: what [`union`](SetMethods::union) and its relatives return. `D` decodes the
/// rows; `T` orders and limits them.
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
/// #[table(name = "doctors")]
/// struct Doctor {
///     #[column(primary_key)]
///     id: i64,
///     nickname: Option<String>,
/// }
///
/// // The rows have the type `(i64, Option<String>)`.
/// let people = Patient
///     .select()
///     .columns((Patient.id, Patient.name))
///     .union_all(Doctor.select().columns((Doctor.id, Doctor.nickname)))
///     .order_by(output::<2>().desc())
///     .limit(10);
/// assert_eq!(
///     people.to_sql(),
///     concat!(
///         r#"select "patients"."id", "patients"."name" from "patients" "#,
///         r#"union all select "doctors"."id", "doctors"."nickname" from "doctors" order by 2 desc limit $1"#,
///     )
/// );
/// ```
#[must_use = "a query does nothing until it is fetched"]
pub struct Combined<O, L, R, D, T = Tail> {
    pub(super) left: L,
    pub(super) right: R,
    pub(super) tail: T,
    pub(super) marker: PhantomData<fn() -> (O, D)>,
}

impl<O, L: Clone, R: Clone, D, T: Clone> Clone for Combined<O, L, R, D, T> {
    fn clone(&self) -> Self {
        Self {
            left: self.left.clone(),
            right: self.right.clone(),
            tail: self.tail.clone(),
            marker: PhantomData,
        }
    }
}

impl<O, L: Copy, R: Copy, D, T: Copy> Copy for Combined<O, L, R, D, T> {}

impl<O, L, R, D, T> fmt::Debug for Combined<O, L, R, D, T>
where
    Self: Fragment,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Combined").field(&self.to_sql()).finish()
    }
}

/// The operator with `all`: equal rows are not combined.
#[derive(Debug)]
pub struct Every<O>(PhantomData<fn() -> O>);

/// The text of an operator, with or without `all`.
pub trait SetText: 'static {
    /// The text, with its spaces.
    const TEXT: &'static str;
    /// The operator precedence.
    const LEVEL: u8;
}

impl<O: SetOperator> SetText for O {
    const TEXT: &'static str = O::TEXT;
    const LEVEL: u8 = O::LEVEL;
}

impl<O: SetOperator> SetText for Every<O> {
    const TEXT: &'static str = O::ALL;
    const LEVEL: u8 = O::LEVEL;
}

/// A query that can be combined with others.
#[diagnostic::on_unimplemented(
    message = "this is not a query that can be combined with others",
    label = "expected a `select`",
    note = "a grouped query must select `columns`"
)]
pub trait SetOperand: Subquery {
    /// How tightly the query is bound: a plain `select` the most, one with `order by` or `limit` not at all.
    const LEVEL: u8;
}

const PLAIN: u8 = 3;

#[diagnostic::do_not_recommend]
impl<S, P, B, O: TailClause, L: TailClause> SetOperand for UnboxedSelect<S, P, B, Tail<O, L>>
where
    Self: Subquery,
{
    const LEVEL: u8 = if O::EMPTY && L::EMPTY { PLAIN } else { 0 };
}

#[diagnostic::do_not_recommend]
impl<K: SetText, A, B, D, O: TailClause, L: TailClause> SetOperand
    for Combined<K, A, B, D, Tail<O, L>>
where
    Self: Subquery,
{
    const LEVEL: u8 = if O::EMPTY && L::EMPTY { K::LEVEL } else { 0 };
}

/// The decoder of a query that can be combined by the operator `O` with one that `First` decodes. `D` decodes the result.
#[diagnostic::on_unimplemented(
    message = "the two queries do not return the same columns",
    label = "other types, or another number",
    note = "select the same types in the same order; a column of one may be NULL and that of the other not"
)]
pub trait UnitedWith<First, O, D> {}

#[diagnostic::do_not_recommend]
impl<E, First, O, D> UnitedWith<First, O, D> for E
where
    E: Decoder,
    First: Decoder<Shape: Unites<E::Shape, O, D>>,
{
}

impl<O: SetText, L: SetOperand, R: SetOperand, D, T> Combined<O, L, R, D, T> {
    const LEFT: bool = L::LEVEL < O::LEVEL;
    const RIGHT: bool = R::LEVEL <= O::LEVEL;
}

fragment!(impl[O: SetText, L: SetOperand, R: SetOperand, D, T: Fragment] Combined<O, L, R, D, T> {
    [parenthesis_if(Self::LEFT, OPEN)], (left: L), [parenthesis_if(Self::LEFT, CLOSE)],
    [&[Token::Text(O::TEXT)]],
    [parenthesis_if(Self::RIGHT, OPEN)], (right: R), [parenthesis_if(Self::RIGHT, CLOSE)],
    (tail: T),
});

impl<O, L, R, D, T> Statement for Combined<O, L, R, D, T> {}

#[diagnostic::do_not_recommend]
impl<O, L, R, D, T> Query for Combined<O, L, R, D, T>
where
    Self: Fragment + Subquery<Needs: NoOuter + NoNames>,
    D: Decoder,
{
    type Row = D::Row;
    type Decoder = TypedDecoder<D>;

    fn decoder(&self) -> Self::Decoder {
        TypedDecoder::NEW
    }
}

#[diagnostic::do_not_recommend]
impl<O: SetText, L: SetOperand, R: SetOperand, D, T: Fragment> Subquery
    for Combined<O, L, R, D, T>
{
    type Needs = <L::Needs as NeedList>::Join<R::Needs>;
    type Decoder = D;
    type Scalar<N: Nullability> = Nullable;
    type Query = Self;
    type Exists = Self;

    fn into_query(self) -> Self {
        self
    }

    fn into_exists(self) -> Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<K, A, B, D, T, C, E, O, N> InOperand<C, E, O, InQuery<O, E, Self, N>, N>
    for Combined<K, A, B, D, T>
where
    Self: Subquery<Decoder = D>,
{
    type Decoder = D;

    fn compare(self, operand: E) -> InQuery<O, E, Self, N> {
        InQuery::new(operand, self)
    }
}

macro_rules! recursive {
    ($($operator:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<L: Subquery, R: Subquery, D> RecursiveQuery for Combined<$operator, L, R, D> {
            type First = L::Needs;
            type Next = R::Needs;
        }
    )*};
}

recursive!(Union Every<Union>);

impl<O, L, R, D, T> Combined<O, L, R, D, T> {
    /// The query as a table, under the name of the struct that it selects into. See [`Derived`].
    pub fn as_table<Row: SubqueryRow>(self) -> Derived<Row, Self>
    where
        D: Decoder<Row = Row>,
    {
        Derived::new(self)
    }

    /// The query as a table, under the name of an [alias](crate::alias!) of the struct that it selects into.
    #[expect(unused_variables, reason = "the type of the constant is the name")]
    pub fn as_alias<V: AliasOf<Row, N>, N: Source, Row: SubqueryRow>(
        self,
        alias: V,
    ) -> Derived<N, Self>
    where
        D: Decoder<Row = Row>,
    {
        Derived::new(self)
    }
}
