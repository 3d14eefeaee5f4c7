//! `sql!(…).strict()`: SQL whose result is NULL if an argument is.

use super::{Raw, RawArguments, RawSql};
use crate::expr::arithmetic::rust_operators;
use crate::expr::group::group_item;
use crate::expr::macros::{condition, expression};
use crate::expr::{ExpressionsIn, InScope};
use crate::sql::{Fragment, fragment};
use crate::types::{ColumnType, Nullability};

/// SQL whose result is NULL if an argument is, from [`strict`](Raw::strict). `R` is the [`Raw`] SQL.
#[derive(Debug, Clone, Copy)]
pub struct RawStrict<R>(pub(super) R);

fragment!(impl[R: Fragment] RawStrict<R> { (0: R) });

expression!(
    impl[T: ColumnType, P: RawSql, A: RawArguments] RawStrict<Raw<T, P, A>> {
        base: T::Base,
        kind: A::Kind,
        precedence: 0,
    } where Self: Fragment
);

condition!(impl[T: ColumnType, P: RawSql, A: RawArguments] RawStrict<Raw<T, P, A>>);

rust_operators!(impl[T: ColumnType, P: RawSql, A: RawArguments] RawStrict<Raw<T, P, A>>);

group_item!(impl[R: Fragment] RawStrict<R>, R);

impl<T, P, A, S, I> InScope<S, (I,)> for RawStrict<Raw<T, P, A>>
where
    T: ColumnType,
    P: RawSql,
    A: RawArguments + ExpressionsIn<S, I>,
    Self: Fragment,
{
    type Null = <T::Null as Nullability>::Or<A::Any>;
}
