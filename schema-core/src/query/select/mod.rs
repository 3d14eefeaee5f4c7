//! `select`.
//!
//! <https://www.postgresql.org/docs/current/sql-select.html>

mod boxed;
mod count;
mod distinct_on;
mod find;
mod from_nothing;
mod join_methods;
mod projection;
mod subquery;

use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

pub use boxed::{BoxedSelect, IntoLimits, IntoParts};
pub use distinct_on::{DistinctKeys, DistinctOn, Unordered};
pub use find::{Find, KeyIs, find};
pub use from_nothing::select;
pub use join_methods::Joinable;
pub use projection::{
    Columns, Distinct, FullRows, NotDistinctYet, One, ProjectedKind, Projection, SelectsAll,
};
pub use subquery::{ExistsList, InAnyScope, ScalarRows};

use crate::exec::{Query, Statement};
use crate::query::clause::{Body, SelectTail, Tail};
use crate::query::from::{From, TableRef};
use crate::row::{Decoder, TypedDecoder};
use crate::scope::Closed;
use crate::sql::{Arguments, Fragment, SqlWriter, Token};
use crate::table::Source;

/// A `select` over the scope `S`, with the projection `P`, the [body](Body) `B` and the [tail](Tail) `T`.
///
/// Two queries with different clauses have different types, so the compiler rejects them as branches of one `if` or
/// `match`: "expected `UnboxedSelect<…>`, found `UnboxedSelect<…>`". Call [`boxed`](Self::boxed) in each branch, and to
/// return a query from a function: [`BoxedSelect`] has the same type for all clauses.
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
/// let query = Patient.select().filter(Patient.name.ilike("%ana%")).order_by(Patient.id.desc()).limit(5);
/// assert_eq!(
///     query.to_sql(),
///     r#"select "patients"."id", "patients"."name" from "patients" where "patients"."name" ilike $1 order by "patients"."id" desc limit $2"#
/// );
/// ```
#[must_use = "a query does nothing until it is fetched"]
pub struct UnboxedSelect<S, P, B, T = Tail> {
    pub(crate) projection: P,
    pub(crate) body: B,
    pub(crate) tail: T,
    pub(crate) scope: PhantomData<fn() -> S>,
}

impl<S, P: Clone, B: Clone, T: Clone> Clone for UnboxedSelect<S, P, B, T> {
    fn clone(&self) -> Self {
        Self {
            projection: self.projection.clone(),
            body: self.body.clone(),
            tail: self.tail.clone(),
            scope: PhantomData,
        }
    }
}

impl<S, P: Copy, B: Copy, T: Copy> Copy for UnboxedSelect<S, P, B, T> {}

impl<S, P, B, T> fmt::Debug for UnboxedSelect<S, P, B, T>
where
    Self: Fragment,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("UnboxedSelect")
            .field(&self.to_sql())
            .finish()
    }
}

// Not declared by `fragment!`: the clauses are written as one `select`.
impl<S, P: Fragment, B: Fragment, T: SelectTail> Fragment for UnboxedSelect<S, P, B, T> {
    const TOKENS: &'static [Token] = &[Token::Select(
        T::SCAN,
        T::UNLOCKED,
        &[
            Token::Text("select "),
            Token::Sub(P::TOKENS),
            Token::Sub(B::TOKENS),
            Token::Sub(T::TOKENS),
        ],
    )];
    const STATIC: bool = P::STATIC && B::STATIC && T::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.select(T::SCAN, T::UNLOCKED, |sql| {
            sql.text("select ");
            self.projection.write(sql);
            self.body.write(sql);
            self.tail.write(sql);
        });
    }

    #[inline]
    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.projection.bind(arguments)?;
        self.body.bind(arguments)?;
        self.tail.bind(arguments)
    }
}

impl<S, P, B, T> Statement for UnboxedSelect<S, P, B, T> {}

#[diagnostic::do_not_recommend]
impl<S: Closed, P: Projection, B: Fragment, T: SelectTail> Query for UnboxedSelect<S, P, B, T> {
    type Row = <P::Decoder as Decoder>::Row;
    type Decoder = TypedDecoder<P::Decoder>;

    #[inline]
    fn decoder(&self) -> Self::Decoder {
        TypedDecoder::NEW
    }
}

impl<S: Source> UnboxedSelect<(S,), FullRows<(S,)>, Body<From<TableRef<S>>>> {
    pub(crate) const TABLE: Self = Self {
        projection: FullRows(PhantomData),
        body: Body {
            from: From(TableRef(PhantomData)),
            filter: (),
            group: (),
        },
        tail: Tail::NEW,
        scope: PhantomData,
    };
}
