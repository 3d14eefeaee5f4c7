//! `merge`: inserts, updates and deletes in one statement, according to the rows of a source.
//!
//! <https://www.postgresql.org/docs/current/sql-merge.html>

mod action;
mod incomplete;
mod when;

use std::fmt;
use std::marker::PhantomData;

pub use action::{
    BranchAction, MergeAction, ThenDelete, ThenInsert, ThenNothing, ThenUpdate, merge_action,
};
pub use when::{
    Branch, ChangesRow, InsertsRow, Matched, MergeKind, MergeWhen, NotMatched, NotMatchedBySource,
    WhenAnd,
};

use super::clause::WithBody;
use crate::def::TableDef;
use crate::exec::{Changes, Executable, Statement};
use crate::scope::{Closed, Needs};
use crate::sql::{Fragment, fragment};
use crate::table::{Source, Table};

/// A `merge` into table `T`, from the source `Y`, on the condition `E`, with the branches `B`. Expressions of the table and
/// the source are read in the scope `S`, those of the source alone in `P`.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "stock")]
/// struct Stock {
///     #[column(primary_key)]
///     product: i64,
///     amount: i32,
/// }
///
/// #[table(name = "deliveries")]
/// struct Delivery {
///     #[column(primary_key)]
///     product: i64,
///     amount: i32,
/// }
///
/// let merge = Stock
///     .merge(Delivery, Stock.product.eq(Delivery.product))
///     .when_matched()
///     .and((Stock.amount + Delivery.amount).eq(0))
///     .then_delete()
///     .when_matched()
///     .then_update()
///     .set(Stock.amount, Stock.amount + Delivery.amount)
///     .when_not_matched()
///     .then_insert()
///     .set(Stock.product, Delivery.product)
///     .set(Stock.amount, Delivery.amount);
/// assert_eq!(
///     merge.to_sql(),
///     concat!(
///         r#"merge into "stock" using "deliveries" on "stock"."product" = "deliveries"."product" "#,
///         r#"when matched and "stock"."amount" + "deliveries"."amount" = $1 then delete "#,
///         r#"when matched then update set "amount" = "stock"."amount" + "deliveries"."amount" "#,
///         r#"when not matched then insert ("product", "amount") "#,
///         r#"values ("deliveries"."product", "deliveries"."amount")"#,
///     )
/// );
/// ```
#[must_use = "a statement does nothing until it is executed"]
pub struct Merge<T, S, P, Y, E, B> {
    source: Y,
    on: E,
    branches: B,
    table: PhantomData<fn() -> T>,
    scopes: PhantomData<fn() -> (S, P)>,
}

impl<T, S, P, Y, E> Merge<T, S, P, Y, E, ()> {
    pub(crate) const fn new(source: Y, on: E) -> Self {
        Self {
            source,
            on,
            branches: (),
            table: PhantomData,
            scopes: PhantomData,
        }
    }
}

impl<T, S, P, Y, E, B> Merge<T, S, P, Y, E, B> {
    /// The statement with other branches.
    fn with<C>(self, branches: impl FnOnce(B) -> C) -> Merge<T, S, P, Y, E, C> {
        Merge {
            source: self.source,
            on: self.on,
            branches: branches(self.branches),
            table: PhantomData,
            scopes: PhantomData,
        }
    }
}

impl<T, S, P, Y: Clone, E: Clone, B: Clone> Clone for Merge<T, S, P, Y, E, B> {
    fn clone(&self) -> Self {
        Self {
            source: self.source.clone(),
            on: self.on.clone(),
            branches: self.branches.clone(),
            table: PhantomData,
            scopes: PhantomData,
        }
    }
}

impl<T: Table, S, P, Y, E, B> fmt::Debug for Merge<T, S, P, Y, E, B>
where
    Self: Fragment,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Merge").field(&self.to_sql()).finish()
    }
}

fragment!(impl[T: Table, S, P, Y: Fragment, E: Fragment, B: Fragment] Merge<T, S, P, Y, E, B> {
    "merge into ", [<T as Source>::REFERENCE], " using ", (source: Y), " on ", (on: E), (branches: B),
});

impl<T: Table, S, P, Y, E, B> Statement for Merge<T, S, P, Y, E, B> {
    const TABLE: Option<&'static TableDef> = Some(T::DEF);
}

#[diagnostic::do_not_recommend]
impl<T: Table, S, P, Y, E, A, K, W, X> Changes for Merge<T, S, P, Y, E, Branch<A, K, W, X>> {}

impl<T: Table, S: Closed, P, Y, E, B> Executable for Merge<T, S, P, Y, E, B> where Self: Changes {}

impl<T: Table, S: Needs, P, Y: Fragment, E: Fragment, B: Fragment> WithBody
    for Merge<T, S, P, Y, E, B>
{
    type Needs = S::List;
    type Decoder = ();
}
