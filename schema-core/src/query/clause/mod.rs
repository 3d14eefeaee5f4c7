//! The clauses of a statement, one file each. `()` is an absent clause.
//!
//! The clauses of a `select` form two groups: the [`Body`] computes rows, and the [`Tail`] orders and limits them. A set
//! operation combines queries with bodies, and has a tail of its own.
//!
//! To add a clause, write its file, with its node and its method; add a field to [`Body`] or [`Tail`]; and add the
//! field's name to `with_clause!`.
//!
//! | letter | meaning, in every type of this folder and of `select` |
//! |---|---|
//! | `S` | the scope: the sources that expressions can read |
//! | `P` | the projection: the selected columns |
//! | `B`, `T` | the body and the tail |
//! | `F`, `W`, `G` | the clauses `from` with its joins, `where`, and `group by` with its `having` |
//! | `O`, `L`, `K` | the clauses `order by`, `limit` with `offset`, and `for update` |
//! | `E`, `X` | an argument, and the expression that it is converted into |
//! | `I` | the places in the scope that the compiler infers |

mod filter;
mod group_by;
mod having;
mod limit;
mod lock;
mod order_by;
mod with;

pub use filter::{AndWhere, Where};
pub use group_by::GroupBy;
pub use having::{AndHaving, Having};
pub(crate) use limit::push_rows;
pub use limit::{HasOrder, Limit, NoLimit, NoOffset, Offset, RowCount, WithTies};
pub use lock::{
    ForKeyShare, ForNoKeyUpdate, ForShare, ForUpdate, Lock, LockStrength, LockWait, LockedBody,
    LockedColumns, LockedSources, Nowait, Of, SkipLocked,
};
pub use order_by::{OrderBy, OrderKind, ThenBy};
pub use with::{
    BreadthFirst, CompletedBy, Cte, CteOption, CteOptions, CycleBy, Defined, Defines,
    DefinitionOptions, Definitions, DepthFirst, IsCycle, LacksName, Materialized, NamedColumns,
    NamedQuery, NotMaterialized, OuterOfWith, Plain, Recursive, RecursiveQuery, SearchBy,
    SearchOrder, SuppliedByWith, With, WithBody, WithKeyword, WithQuery, is_cycle, search_order,
    with, with_recursive,
};

use crate::expr::OrderingList;
use sqlx::error::BoxDynError;

use crate::sql::{Arguments, Fragment, Scan, SqlWriter, Token, fragment};

/// The clauses that compute rows: `from`, `where`, and `group by` with its `having`.
#[derive(Debug, Clone, Copy)]
pub struct Body<F, W = (), G = ()> {
    pub(crate) from: F,
    pub(crate) filter: W,
    pub(crate) group: G,
}

// Not declared by `fragment!`: a `select` may add a `where`.
impl<F: Fragment, W: Fragment, G: Fragment> Fragment for Body<F, W, G> {
    const TOKENS: &'static [Token] = &[
        Token::FromStart,
        Token::Sub(F::TOKENS),
        Token::FromEnd,
        Token::Sub(W::TOKENS),
        Token::AfterWhere,
        Token::Sub(G::TOKENS),
    ];
    const STATIC: bool = F::STATIC && W::STATIC && G::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.from_start();
        self.from.write(sql);
        sql.from_end();
        self.filter.write(sql);
        sql.after_where();
        self.group.write(sql);
    }

    #[inline]
    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.from.bind(arguments)?;
        self.filter.bind(arguments)?;
        self.group.bind(arguments)
    }
}

/// The clauses that order, limit and lock rows: `order by`, `limit` and `offset`, `for update`.
#[derive(Debug, Clone, Copy)]
pub struct Tail<O = (), L = (), K = ()> {
    pub(crate) order: O,
    pub(crate) limit: L,
    pub(crate) lock: K,
}

fragment!(impl[O: Fragment, L: Fragment, K: Fragment] Tail<O, L, K> {
    (order: O), (limit: L), (lock: K),
});

/// A clause of a [`Tail`].
pub trait TailClause: Fragment {
    /// True if the clause is absent.
    const EMPTY: bool = false;
    /// The scan that finds the first rows, if this is an order.
    const SCAN: Scan = Scan::Plain;
}

impl TailClause for () {
    const EMPTY: bool = true;
}

impl<O: OrderingList> TailClause for OrderBy<O> {
    const SCAN: Scan = O::SCAN;
}

impl TailClause for Limit {}
impl<L: Fragment> TailClause for Offset<L> {}
impl<L> TailClause for WithTies<L> where Self: Fragment {}

/// The tail of a `select`.
pub trait SelectTail: Fragment {
    /// The scan that finds the rows that a limit leaves.
    const SCAN: Scan;
    /// True if no row is locked. Otherwise, a join that a column adds would lock more rows.
    const UNLOCKED: bool;
}

impl<O: TailClause, L: TailClause, K: Fragment> SelectTail for Tail<O, L, K> {
    const SCAN: Scan = if L::EMPTY { Scan::Plain } else { O::SCAN };
    const UNLOCKED: bool = K::TOKENS.is_empty();
}

impl Tail {
    pub(crate) const NEW: Self = Self {
        order: (),
        limit: (),
        lock: (),
    };
}

/// A query with one clause replaced: `with_clause!(query, body.filter: new)`.
///
/// It is a macro because a function would be compiled again for each call of each query, with names as long as the
/// query's type.
macro_rules! with_clause {
    ($query:expr, body.$clause:ident: $new:expr) => {
        $crate::query::UnboxedSelect {
            projection: $query.projection,
            body: $crate::query::clause::Body {
                from: $crate::query::clause::pick!(from $clause, $query.body, $new),
                filter: $crate::query::clause::pick!(filter $clause, $query.body, $new),
                group: $crate::query::clause::pick!(group $clause, $query.body, $new),
            },
            tail: $query.tail,
            scope: ::std::marker::PhantomData,
        }
    };
    ($query:expr, tail.$clause:ident: $new:expr) => {
        $crate::query::UnboxedSelect {
            projection: $query.projection,
            body: $query.body,
            tail: $crate::query::clause::Tail {
                order: $crate::query::clause::pick!(order $clause, $query.tail, $new),
                limit: $crate::query::clause::pick!(limit $clause, $query.tail, $new),
                lock: $crate::query::clause::pick!(lock $clause, $query.tail, $new),
            },
            scope: ::std::marker::PhantomData,
        }
    };
}
pub(crate) use with_clause;

/// Declares a trait of a clause with a condition, and of `()` for its absence: a further condition follows after `and`.
macro_rules! and_condition {
    ($Trait:ident $Clause:ident) => {
        /// A clause to which a condition can be added.
        pub trait $Trait<E> {
            /// The clause with the condition.
            type With;
            /// Adds the condition.
            fn and(self, condition: E) -> Self::With;
        }

        impl<L: $crate::expr::Expression, R: $crate::expr::Expression> $Trait<R> for $Clause<L> {
            type With = $Clause<$crate::expr::Op<$crate::expr::operators::And, L, R>>;

            fn and(self, condition: R) -> Self::With {
                $Clause($crate::expr::binary::binary!(self.0, condition))
            }
        }

        impl<E> $Trait<E> for () {
            type With = $Clause<E>;

            fn and(self, condition: E) -> $Clause<E> {
                $Clause(condition)
            }
        }
    };
}
pub(crate) use and_condition;

/// The new clause, if the two names are the same; otherwise the old one.
macro_rules! pick {
    (from from, $old:expr, $new:expr) => {
        $new
    };
    (filter filter, $old:expr, $new:expr) => {
        $new
    };
    (group group, $old:expr, $new:expr) => {
        $new
    };
    (order order, $old:expr, $new:expr) => {
        $new
    };
    (limit limit, $old:expr, $new:expr) => {
        $new
    };
    (lock lock, $old:expr, $new:expr) => {
        $new
    };
    ($name:ident $clause:ident, $old:expr, $new:expr) => {
        $old.$name
    };
}
pub(crate) use pick;
