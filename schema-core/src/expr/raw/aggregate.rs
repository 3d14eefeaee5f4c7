//! `sql!(…).aggregate()`: SQL that is an aggregate.

use std::fmt;

use sqlx::error::BoxDynError;

use super::{Raw, RawArguments, RawSql};
use crate::expr::InScope;
use crate::expr::arithmetic::rust_operators;
use crate::expr::macros::{condition, expression};
use crate::scope::{Aggregate, InAggregate, RowScope};
use crate::sql::{Arguments, Fragment, SqlWriter, Token};
use crate::types::ColumnType;

/// SQL that is an aggregate, from [`aggregate`](Raw::aggregate).
pub struct RawAggregate<T, P, A>(pub(super) Raw<T, P, A>);

impl<T, P, A: Clone> Clone for RawAggregate<T, P, A> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T, P, A: Copy> Copy for RawAggregate<T, P, A> {}

impl<T, P: RawSql, A> fmt::Debug for RawAggregate<T, P, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T, P, A> Fragment for RawAggregate<T, P, A>
where
    Raw<T, P, A>: Fragment,
{
    const TOKENS: &'static [Token] = <Raw<T, P, A> as Fragment>::TOKENS;
    const STATIC: bool = <Raw<T, P, A> as Fragment>::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        self.0.write(sql);
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.0.bind(arguments)
    }
}

expression!(
    impl[T: ColumnType, P: RawSql, A: RawArguments] RawAggregate<T, P, A> {
        base: T::Base,
        kind: Aggregate,
        precedence: 0,
    } where Self: Fragment
);

condition!(impl[T: ColumnType, P: RawSql, A: RawArguments] RawAggregate<T, P, A>);

rust_operators!(impl[T: ColumnType, P: RawSql, A: RawArguments] RawAggregate<T, P, A>);

impl<T: ColumnType, P: RawSql, A: RawArguments, S: RowScope, I> InScope<S, InAggregate<I>>
    for RawAggregate<T, P, A>
where
    Raw<T, P, A>: InScope<S::Rows, I>,
    Self: Fragment,
{
    type Null = T::Null;
}
