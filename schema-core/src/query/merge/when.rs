//! The branches of a `merge`: `when matched and condition then …`.

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{BranchAction, Merge, ThenDelete, ThenInsert, ThenNothing, ThenUpdate};
use crate::expr::{Condition, ConditionOn, Inferred};
use crate::scope::RowLevel;
use crate::sql::{Fragment, Token, fragment};

/// The rows of a branch. `S` is the scope of the table and the source, `P` that of the source, `T` the table.
pub trait MergeKind<T, S, P>: 'static {
    /// The scope in which the branch reads columns.
    type Scope;
    /// The text, with its space.
    const TEXT: &'static str;
}

/// `when matched`: a row of the table with one of the source.
#[derive(Debug)]
pub enum Matched {}

/// `when not matched`: a row of the source without one of the table.
#[derive(Debug)]
pub enum NotMatched {}

/// `when not matched by source`: a row of the table without one of the source.
#[derive(Debug)]
pub enum NotMatchedBySource {}

impl<T, S, P> MergeKind<T, S, P> for Matched {
    type Scope = S;
    const TEXT: &'static str = " when matched";
}

impl<T, S, P> MergeKind<T, S, P> for NotMatched {
    type Scope = P;
    const TEXT: &'static str = " when not matched";
}

impl<T, S, P> MergeKind<T, S, P> for NotMatchedBySource {
    type Scope = (T,);
    const TEXT: &'static str = " when not matched by source";
}

/// The branches `A`, and a branch of the kind `K` on the condition `W`, with the action `X`.
pub struct Branch<A, K, W, X> {
    pub(super) previous: A,
    pub(super) condition: W,
    pub(super) action: X,
    pub(super) kind: PhantomData<fn() -> K>,
}

impl<A: Clone, K, W: Clone, X: Clone> Clone for Branch<A, K, W, X> {
    fn clone(&self) -> Self {
        Self {
            previous: self.previous.clone(),
            condition: self.condition.clone(),
            action: self.action.clone(),
            kind: PhantomData,
        }
    }
}

impl<A: fmt::Debug, K, W: fmt::Debug, X: fmt::Debug> fmt::Debug for Branch<A, K, W, X> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Branch")
            .field(&self.previous)
            .field(&self.condition)
            .field(&self.action)
            .finish()
    }
}

/// The text of a kind of branch, which is the same in every scope.
const fn text<K: MergeKind<(), (), ()>>() -> &'static str {
    K::TEXT
}

fragment!(impl[A: Fragment, K: MergeKind<(), (), ()>, W: Fragment, X: BranchAction] Branch<A, K, W, X> {
    (previous: A), [&[Token::Text(text::<K>())]], (condition: W), (action: X),
});

/// ` and condition`
#[derive(Debug, Clone, Copy)]
pub struct WhenAnd<E>(E);

fragment!(impl[E: Fragment] WhenAnd<E> { " and ", (0: E) });

/// A branch of the merge `M`, before its action.
#[must_use = "say what to do with these rows: `then_update`, `then_insert`, `then_delete` or `then_do_nothing`"]
pub struct MergeWhen<M, K, W = ()> {
    merge: M,
    condition: W,
    kind: PhantomData<fn() -> K>,
}

impl<M: fmt::Debug, K, W: fmt::Debug> fmt::Debug for MergeWhen<M, K, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("MergeWhen")
            .field(&self.merge)
            .field(&self.condition)
            .finish()
    }
}

impl<T, S, P, Y, E, B> Merge<T, S, P, Y, E, B> {
    /// `when matched`: the rows of the table that belong to a row of the source. The first branch whose condition is true
    /// applies to a row.
    pub fn when_matched(self) -> MergeWhen<Self, Matched> {
        self.when()
    }

    /// `when not matched`: the rows of the source to which no row of the table belongs. They can be inserted.
    pub fn when_not_matched(self) -> MergeWhen<Self, NotMatched> {
        self.when()
    }

    /// `when not matched by source`: the rows of the table that belong to no row of the source. Requires Postgres 17.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "stock")]
    /// # struct Stock { #[column(primary_key)] product: i64, amount: i32 }
    /// # #[table(name = "deliveries")]
    /// # struct Delivery { #[column(primary_key)] product: i64 }
    /// let merge = Stock
    ///     .merge(Delivery, Stock.product.eq(Delivery.product))
    ///     .when_not_matched_by_source()
    ///     .and(Stock.amount.eq(0))
    ///     .then_delete();
    /// assert_eq!(
    ///     merge.to_sql(),
    ///     concat!(
    ///         r#"merge into "stock" using "deliveries" on "stock"."product" = "deliveries"."product" "#,
    ///         r#"when not matched by source and "stock"."amount" = $1 then delete"#,
    ///     )
    /// );
    /// ```
    pub fn when_not_matched_by_source(self) -> MergeWhen<Self, NotMatchedBySource> {
        self.when()
    }

    const fn when<K>(self) -> MergeWhen<Self, K> {
        MergeWhen {
            merge: self,
            condition: (),
            kind: PhantomData,
        }
    }
}

#[expect(
    clippy::type_complexity,
    reason = "the statement with a condition more"
)]
#[hide_bounds]
impl<T, S, P, Y, E, B, K> MergeWhen<Merge<T, S, P, Y, E, B>, K> {
    /// `and condition`: only the rows for which it is true.
    pub fn and<
        C: Condition<And = X> + ConditionOn<Scope, I> + Inferred<I, Is: RowLevel>,
        I,
        X,
        Scope,
    >(
        self,
        condition: C,
    ) -> MergeWhen<Merge<T, S, P, Y, E, B>, K, WhenAnd<X>>
    where
        K: MergeKind<T, S, P, Scope = Scope>,
    {
        MergeWhen {
            merge: self.merge,
            condition: WhenAnd(condition.into_and()),
            kind: PhantomData,
        }
    }
}

macro_rules! then {
    ($when:expr, $action:expr) => {
        $when.merge.with(|previous| Branch {
            previous,
            condition: $when.condition,
            action: $action,
            kind: PhantomData,
        })
    };
}

/// A branch whose rows are in the table, so that they can be changed.
#[diagnostic::on_unimplemented(
    message = "a row that is not in the table can only be inserted; call `then_insert()`",
    label = "`when not matched` has no row to change"
)]
pub trait ChangesRow {}

#[diagnostic::do_not_recommend]
impl ChangesRow for Matched {}
#[diagnostic::do_not_recommend]
impl ChangesRow for NotMatchedBySource {}

/// A branch whose rows are not in the table, so that they can be inserted.
#[diagnostic::on_unimplemented(
    message = "a row that is in the table cannot be inserted; call `then_update()`, or begin with `when_not_matched()`",
    label = "this branch is for rows that are in the table"
)]
pub trait InsertsRow {}

#[diagnostic::do_not_recommend]
impl InsertsRow for NotMatched {}
#[diagnostic::do_not_recommend]
impl InsertsRow for crate::table::Impossible {}

#[expect(clippy::type_complexity, reason = "the statement with another branch")]
#[hide_bounds]
impl<T, S, P, Y, E, B, K, W> MergeWhen<Merge<T, S, P, Y, E, B>, K, W> {
    /// `then update`: the columns to set follow.
    pub fn then_update(self) -> Merge<T, S, P, Y, E, Branch<B, K, W, ThenUpdate<()>>>
    where
        K: ChangesRow,
    {
        then!(self, ThenUpdate(()))
    }

    /// `then delete`.
    pub fn then_delete(self) -> Merge<T, S, P, Y, E, Branch<B, K, W, ThenDelete>>
    where
        K: ChangesRow,
    {
        then!(self, ThenDelete)
    }

    /// `then insert`: the columns to set follow. The compiler does not check that all required columns are among them; the
    /// server does.
    pub fn then_insert(self) -> Merge<T, S, P, Y, E, Branch<B, K, W, ThenInsert<()>>>
    where
        K: InsertsRow,
    {
        then!(self, ThenInsert(()))
    }

    /// `then do nothing`: later branches do not apply to these rows.
    pub fn then_do_nothing(self) -> Merge<T, S, P, Y, E, Branch<B, K, W, ThenNothing>> {
        then!(self, ThenNothing)
    }
}
