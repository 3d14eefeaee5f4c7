//! Subqueries as expressions: `exists`, `in`, and scalar subqueries.
//!
//! <https://www.postgresql.org/docs/current/functions-subquery.html>
//!
//! A subquery that reads columns of the outer query names their table in `correlate`:
//!
//! ```
//! # use schema_core::prelude::*;
//! # #[table(name = "patients")]
//! # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
//! # #[table(name = "orders")]
//! # struct Order { #[column(primary_key, identity)] id: i64, patient_id: i64 }
//! let orders = Order.select().correlate(Patient).filter(Order.patient_id.eq(Patient.id));
//! let query = Patient.select().filter(exists(orders)).columns(Patient.name);
//! assert_eq!(
//!     query.to_sql(),
//!     r#"select "patients"."name" from "patients" where exists (select 1 from "orders" where "orders"."patient_id" = "patients"."id")"#
//! );
//! ```

use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::arithmetic::rust_operators;
use super::binary::{CLOSE, OPEN, parenthesis_if, precedence};
use super::list::{Any, ListOperator, NoneOf};
use super::macros::{condition, expression};
use super::{Decoded, Expression, InList, InScope, IntoList};
use crate::scope::{Kind, NeedList, SuppliedBy};
use crate::sql::{Fragment, Token, fragment};
use crate::types::{NeverNull, Nullability, SqlType};

/// A query that is part of another statement.
#[diagnostic::on_unimplemented(
    message = "this is not a subquery",
    label = "expected a `select`",
    note = "compare with a list by `eq_any(…)`; a grouped query must select `columns`"
)]
pub trait Subquery: Fragment {
    /// The list of sources and names that the surrounding statement must supply: see [`scope`](crate::scope).
    type Needs: NeedList;
    /// The decoder of its rows, which determines its columns.
    type Decoder;
    /// The nullability of its value as a scalar subquery, if that of its column is `N`.
    type Scalar<N: Nullability>: Nullability;
    /// The query itself. It is unknown if the type is not a query, so that later calls produce no further errors.
    type Query: Subquery;
    /// The query for `exists`.
    type Exists: Fragment;
    /// Returns the query itself.
    fn into_query(self) -> Self::Query;
    /// Converts the query for `exists`. A query of all columns selects `1` instead.
    fn into_exists(self) -> Self::Exists;
}

/// A list of needs that the scope `S` supplies. The compiler infers the places `I`.
///
/// It has a single impl, so that an error does not list the impls of [`SuppliedBy`].
pub trait SuppliedIn<S, I> {}

impl<N: SuppliedBy<S, I>, S, I> SuppliedIn<S, I> for N {}

/// The decoder of a single column.
#[diagnostic::on_unimplemented(
    message = "a subquery used as a value selects exactly one column",
    label = "selects several columns",
    note = "select the one that is compared: `.columns(Table.column)`"
)]
pub trait SingleColumn {
    /// The column's type, without NULL.
    type Base: SqlType;
    /// The column's nullability.
    type Null: Nullability;
}

#[diagnostic::do_not_recommend]
impl<E: Expression, N: Nullability> SingleColumn for Decoded<E, N> {
    type Base = E::Base;
    type Null = N;
}

/// A single column of type `T`.
#[diagnostic::on_unimplemented(
    message = "this subquery does not select one column of type `{T}`; select it by `.columns(Table.column)`",
    label = "expected one column of type `{T}`"
)]
pub trait ColumnOfType<T> {
    /// The column's nullability.
    type Null: Nullability;
}

#[diagnostic::do_not_recommend]
impl<D: SingleColumn<Base = T>, T: SqlType> ColumnOfType<T> for D {
    type Null = D::Null;
}

/// `exists (query)`
#[derive(Debug)]
pub struct Exists<Q, N> {
    query: Q,
    needs: PhantomData<fn() -> N>,
}

impl<Q: Clone, N> Clone for Exists<Q, N> {
    fn clone(&self) -> Self {
        Self {
            query: self.query.clone(),
            needs: PhantomData,
        }
    }
}

impl<Q: Copy, N> Copy for Exists<Q, N> {}

/// `exists (query)`: true if the query returns a row. Use [`not`](super::BoolMethods::not) for `not exists`.
///
/// It is a condition and not a statement. A program that asks whether there is a row runs the query itself, with `limit(1)`
/// and `fetch_optional`.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key, identity)] id: i64, patient_id: i64 }
/// let orders = Order.select().correlate(Patient).filter(Order.patient_id.eq(Patient.id));
/// assert_eq!(
///     Patient.delete().filter(exists(orders).not()).to_sql(),
///     r#"delete from "patients" where not exists (select 1 from "orders" where "orders"."patient_id" = "patients"."id")"#
/// );
/// ```
#[hide_bounds]
pub fn exists<Q: Subquery<Exists = X, Needs = N>, X, N>(query: Q) -> Exists<X, N> {
    Exists {
        query: query.into_exists(),
        needs: PhantomData,
    }
}

fragment!(impl[Q: Fragment, N] Exists<Q, N> { "exists (", (query: Q), ")" });

expression!(impl[Q: Fragment, N: NeedList] Exists<Q, N> { base: bool, kind: N::Kind, precedence: ATOM });

condition!(impl[Q: Fragment, N: NeedList] Exists<Q, N>);

impl<Q: Fragment, N: NeedList + SuppliedBy<S, I>, S, I> InScope<S, (I,)> for Exists<Q, N> {
    type Null = NeverNull;
}

/// ` in (`
#[derive(Debug, Clone, Copy)]
pub struct In;

/// ` not in (`
#[derive(Debug, Clone, Copy)]
pub struct NotIn;

/// `in` or `not in`.
pub trait InOperator: Copy + 'static {
    /// The text, with its spaces and parenthesis.
    const TEXT: &'static str;
    /// The same comparison with a list.
    type List: ListOperator;
}

impl InOperator for In {
    const TEXT: &'static str = " in (";
    type List = Any;
}

impl InOperator for NotIn {
    const TEXT: &'static str = " not in (";
    type List = NoneOf;
}

/// An operand of `is_in` and `is_not_in`, for an expression `E` of type `T`: a list of values, or a subquery whose column has
/// the nullability `N`. The node `X` is the comparison by the operator `O`.
///
/// There is an impl for each type of list and one for the query, so that no other type has a candidate: then `X` is unknown,
/// and later calls report nothing.
#[diagnostic::on_unimplemented(
    message = "this is neither a list of `{T}` nor a subquery",
    label = "expected a list or a `select`",
    note = "a list is a `Vec<{T}>`, `&[{T}]` or `[{T}; N]`"
)]
pub trait InOperand<T, E, O, X, N> {
    /// The decoder of the subquery's rows. That of a list fits.
    type Decoder;
    /// Compares the expression with the values.
    fn compare(self, operand: E) -> X;
}

/// A list that is compared with an expression `E` of type `T`, by the node `X`. It is a trait of its own so that messages
/// do not contain the node.
pub trait ListCompared<T, E, O, X> {
    /// Compares the expression with the values.
    fn compare_list(self, operand: E) -> X;
}

#[diagnostic::do_not_recommend]
impl<V, T, E, O, L> ListCompared<T, E, O, InList<O::List, E, L>> for V
where
    E: Expression,
    O: InOperator,
    V: IntoList<T, E::Subject, List = L>,
{
    fn compare_list(self, operand: E) -> InList<O::List, E, L> {
        InList::new(operand, self.into_list())
    }
}

/// The column of a list of values of type `T`.
#[derive(Debug)]
pub struct ListColumn<T>(PhantomData<fn() -> T>);

#[diagnostic::do_not_recommend]
impl<T: SqlType> SingleColumn for ListColumn<T> {
    type Base = T;
    type Null = NeverNull;
}

macro_rules! lists {
    ($([$($generics:tt)*] $list:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)* V, T, E, O, X> InOperand<T, E, O, X, NeverNull> for $list
        where
            Self: ListCompared<T, E, O, X>,
        {
            type Decoder = ListColumn<T>;

            fn compare(self, operand: E) -> X {
                self.compare_list(operand)
            }
        }
    )*};
}

lists! {
    [] Vec<V>;
    ['a,] &'a Vec<V>;
    ['a,] &'a [V];
    [const COUNT: usize,] [V; COUNT];
    ['a, const COUNT: usize,] &'a [V; COUNT];
}

/// `operand in (query)`, `operand not in (query)`
#[derive(Debug)]
pub struct InQuery<O, E, Q, N> {
    operator: PhantomData<fn() -> (O, N)>,
    operand: E,
    query: Q,
}

impl<O, E: Clone, Q: Clone, N> Clone for InQuery<O, E, Q, N> {
    fn clone(&self) -> Self {
        Self::new(self.operand.clone(), self.query.clone())
    }
}

impl<O, E: Copy, Q: Copy, N> Copy for InQuery<O, E, Q, N> {}

impl<O, E, Q, N> InQuery<O, E, Q, N> {
    pub(crate) const fn new(operand: E, query: Q) -> Self {
        Self {
            operator: PhantomData,
            operand,
            query,
        }
    }
}

impl<O, E: Expression, Q, N> InQuery<O, E, Q, N> {
    const PARENTHESES: bool = E::PRECEDENCE <= precedence::LIKE;
}

fragment!(impl[O: InOperator, E: Expression, Q: Subquery, N] InQuery<O, E, Q, N> {
    [parenthesis_if(Self::PARENTHESES, OPEN)], (operand: E), [parenthesis_if(Self::PARENTHESES, CLOSE)],
    [&[Token::Text(O::TEXT)]], (query: Q), ")",
});

expression!(impl[O: InOperator, E: Expression, Q: Subquery, N] InQuery<O, E, Q, N> {
    base: bool,
    kind: <E::Kind as Kind>::And<<Q::Needs as NeedList>::Kind>,
    precedence: LIKE,
});

condition!(impl[O: InOperator, E: Expression, Q: Subquery, N] InQuery<O, E, Q, N>);

impl<O, E, Q, N, S, I, J> InScope<S, (I, J)> for InQuery<O, E, Q, N>
where
    O: InOperator,
    E: InScope<S, I>,
    Q: Subquery<Needs: SuppliedBy<S, J>>,
    N: Nullability,
{
    type Null = <E::Null as Nullability>::Or<N>;
}

/// `(query)`, as a value.
#[derive(Debug)]
pub struct Scalar<Q, T, N> {
    query: Q,
    column: PhantomData<fn() -> (T, N)>,
}

impl<Q: Clone, T, N> Clone for Scalar<Q, T, N> {
    fn clone(&self) -> Self {
        Self {
            query: self.query.clone(),
            column: PhantomData,
        }
    }
}

impl<Q: Copy, T, N> Copy for Scalar<Q, T, N> {}

/// `(query)` as a value: the only column of its only row. It is NULL if there is no row, so the result is an `Option`
/// unless the query is an aggregate over all its rows, such as `count()`. Several rows are an error of the server.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key, identity)] id: i64, patient_id: i64 }
/// let orders = Order
///     .select()
///     .correlate(Patient)
///     .filter(Order.patient_id.eq(Patient.id))
///     .columns(count());
/// let query = Patient.select().columns((Patient.name, scalar(orders)));
/// assert_eq!(
///     query.to_sql(),
///     r#"select "patients"."name", (select count(*) from "orders" where "orders"."patient_id" = "patients"."id") from "patients""#
/// );
/// ```
#[hide_bounds]
pub fn scalar<Q: Subquery<Query = X, Decoder: SingleColumn<Base = T, Null = N>>, X, T, N>(
    query: Q,
) -> Scalar<X, T, N> {
    Scalar {
        query: query.into_query(),
        column: PhantomData,
    }
}

fragment!(impl[Q: Fragment, T, N] Scalar<Q, T, N> { "(", (query: Q), ")" });

expression!(impl[Q: Subquery, T: SqlType, N] Scalar<Q, T, N> {
    base: T,
    kind: <Q::Needs as NeedList>::Kind,
    precedence: ATOM,
    subquery: true,
});

condition!(impl[Q: Subquery, T: SqlType, N] Scalar<Q, T, N>);

rust_operators!(impl[Q: Subquery, T: SqlType, N] Scalar<Q, T, N>);

impl<Q, T, N, S, I> InScope<S, (I,)> for Scalar<Q, T, N>
where
    Q: Subquery<Needs: SuppliedBy<S, I>>,
    T: SqlType,
    N: Nullability,
{
    type Null = Q::Scalar<N>;
}
