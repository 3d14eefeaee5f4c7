//! Lateral joins: a subquery in `from` that reads columns of the tables before it.
//!
//! <https://www.postgresql.org/docs/current/queries-table-expressions.html#QUERIES-LATERAL>

use std::fmt;
use std::marker::PhantomData;

use super::{Derived, Inner, Left};
use crate::expr::Subquery;
use crate::sql::{Fragment, Token, fragment};
use crate::table::Source;

/// What a lateral join reads for each row: a subquery or a function, under the name of the source `R`. It needs `N` from the
/// query.
#[diagnostic::on_unimplemented(
    message = "this cannot be joined laterally",
    label = "expected a query with `.as_table()`, or a function with `.as_alias(Struct)`"
)]
pub trait LateralItem<R, N>: Fragment {}

#[diagnostic::do_not_recommend]
impl<R: Source, Q: Subquery<Needs = N>, N> LateralItem<R, N> for Derived<R, Q> {}

/// A kind of lateral join.
pub trait LateralKind {
    /// The text before the subquery.
    const BEFORE: &'static str;
    /// The text after the subquery.
    const AFTER: &'static str;
    /// True if it finds rows without a row of the subquery.
    const OUTER: bool;
}

impl LateralKind for Inner {
    const BEFORE: &'static str = " cross join lateral ";
    const AFTER: &'static str = "";
    const OUTER: bool = false;
}

impl LateralKind for Left {
    const BEFORE: &'static str = " left join lateral ";
    const AFTER: &'static str = " on true";
    const OUTER: bool = true;
}

/// `from … left join lateral (select …) as "latest" ("id") on true`
pub struct Lateral<F, K, V> {
    from: F,
    source: V,
    kind: PhantomData<fn() -> K>,
}

impl<F, K, V> Lateral<F, K, V> {
    pub(crate) const fn new(from: F, source: V) -> Self {
        Self {
            from,
            source,
            kind: PhantomData,
        }
    }
}

impl<F: Clone, K, V: Clone> Clone for Lateral<F, K, V> {
    fn clone(&self) -> Self {
        Self::new(self.from.clone(), self.source.clone())
    }
}

impl<F: Copy, K, V: Copy> Copy for Lateral<F, K, V> {}

impl<F: fmt::Debug, K: LateralKind, V: fmt::Debug> fmt::Debug for Lateral<F, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple(K::BEFORE.trim())
            .field(&self.from)
            .field(&self.source)
            .finish()
    }
}

fragment!(impl[F: Fragment, K: LateralKind, V: Fragment] Lateral<F, K, V> {
    (from: F), [&[Token::Joined(K::OUTER), Token::Text(K::BEFORE)]], (source: V), [&[Token::Text(K::AFTER)]],
});
