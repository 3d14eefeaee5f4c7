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
//! | `O`, `L` | the clauses `order by`, and `limit` with `offset` |
//! | `E`, `X` | an argument, and the expression that it is converted into |
//! | `I` | the places in the scope that the compiler infers |

mod filter;
mod group_by;
mod having;
mod limit;
mod order_by;
mod with;

pub use filter::{And, Where};
pub use group_by::GroupBy;
pub use having::Having;
pub(crate) use limit::push_rows;
pub use limit::{Limit, NoLimit, NoOffset, Offset, RowCount};
pub use order_by::{OrderBy, OrderKind, ThenBy};
pub use with::{
    CompletedBy, Cte, Defined, Defines, Definitions, LacksName, NamedQuery, OuterOfWith,
    SuppliedByWith, With, WithQuery, with,
};

use crate::sql::{Fragment, fragment};

/// The clauses that compute rows: `from`, `where`, and `group by` with its `having`.
#[derive(Debug, Clone, Copy)]
pub struct Body<F, W = (), G = ()> {
    pub(crate) from: F,
    pub(crate) filter: W,
    pub(crate) group: G,
}

fragment!(impl[F: Fragment, W: Fragment, G: Fragment] Body<F, W, G> {
    (from: F), (filter: W), (group: G),
});

/// The clauses that order and limit rows: `order by`, `limit` and `offset`.
#[derive(Debug, Clone, Copy)]
pub struct Tail<O = (), L = ()> {
    pub(crate) order: O,
    pub(crate) limit: L,
}

fragment!(impl[O: Fragment, L: Fragment] Tail<O, L> { (order: O), (limit: L) });

impl Tail {
    pub(crate) const NEW: Self = Self {
        order: (),
        limit: (),
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
            },
            scope: ::std::marker::PhantomData,
        }
    };
}
pub(crate) use with_clause;

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
    ($name:ident $clause:ident, $old:expr, $new:expr) => {
        $old.$name
    };
}
pub(crate) use pick;
