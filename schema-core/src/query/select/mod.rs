//! `select`.
//!
//! <https://www.postgresql.org/docs/current/sql-select.html>

mod boxed;
mod find;
mod join_methods;
mod projection;
mod subquery;

use std::fmt;
use std::marker::PhantomData;

pub use boxed::{BoxedSelect, IntoLimits, IntoParts};
pub use find::{Find, KeyIs, find};
pub use join_methods::Joinable;
pub use projection::{
    All, Columns, Distinct, NotDistinctYet, One, ProjectedKind, Projection, SelectsAll,
};
pub use subquery::{ExistsList, InAnyScope, ScalarRows};

use crate::exec::{Query, Statement};
use crate::query::clause::{Body, Tail};
use crate::query::from::{From, TableRef};
use crate::row::{Decoder, TypedDecoder};
use crate::scope::Closed;
use crate::sql::{Fragment, fragment};
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

fragment!(impl[S, P: Fragment, B: Fragment, T: Fragment] UnboxedSelect<S, P, B, T> {
    "select ", (projection: P), (body: B), (tail: T),
});

impl<S, P, B, T> Statement for UnboxedSelect<S, P, B, T> {}

#[diagnostic::do_not_recommend]
impl<S: Closed, P: Projection, B: Fragment, T: Fragment> Query for UnboxedSelect<S, P, B, T> {
    type Row = <P::Decoder as Decoder>::Row;
    type Decoder = TypedDecoder<P::Decoder>;

    #[inline]
    fn decoder(&self) -> Self::Decoder {
        TypedDecoder::NEW
    }
}

impl<S: Source> UnboxedSelect<(S,), All<(S,)>, Body<From<TableRef<S>>>> {
    pub(crate) const TABLE: Self = Self {
        projection: All(PhantomData),
        body: Body {
            from: From(TableRef(PhantomData)),
            filter: (),
            group: (),
        },
        tail: Tail::NEW,
        scope: PhantomData,
    };
}
