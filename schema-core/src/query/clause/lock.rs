//! `for update` and its relatives: locks on the rows that a `select` returns.
//!
//! <https://www.postgresql.org/docs/current/sql-select.html#SQL-FOR-UPDATE-SHARE>,
//! <https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-ROWS>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{Body, Tail, with_clause};
use crate::expr::SelectionKind;
use crate::query::UnboxedSelect;
use crate::query::select::{Columns, FullRows};
use crate::scope::{HasColumn, RowLevel, WholeRow};
use crate::sql::{Fragment, Token, fragment};
use crate::table::{Impossible, Source, SourceColumns};
use crate::tuples::for_each_tuple;
use crate::types::NeverNull;

/// The strength of a lock.
pub trait LockStrength: 'static {
    /// The text, with its space.
    const TEXT: &'static str;
}

/// The reaction of a statement if another transaction holds the lock.
pub trait LockWait: 'static {
    /// The text, with its space.
    const TEXT: &'static str;
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $trait:ident $text:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $name {}

        impl $trait for $name {
            const TEXT: &'static str = $text;
        }
    )*};
}

words! {
    /// `for update`
    ForUpdate: LockStrength " for update";
    /// `for no key update`
    ForNoKeyUpdate: LockStrength " for no key update";
    /// `for share`
    ForShare: LockStrength " for share";
    /// `for key share`
    ForKeyShare: LockStrength " for key share";
    /// `nowait`
    Nowait: LockWait " nowait";
    /// `skip locked`
    SkipLocked: LockWait " skip locked";
}

/// The statement waits.
impl LockWait for () {
    const TEXT: &'static str = "";
}

/// The locks `P`, and ` for update of "orders" skip locked`: the strength `M`, the tables `N` and the wait `W`.
pub struct Lock<P, M, N = (), W = ()> {
    previous: P,
    tables: N,
    marker: PhantomData<fn() -> (M, W)>,
}

impl<P: Clone, M, N: Clone, W> Clone for Lock<P, M, N, W> {
    fn clone(&self) -> Self {
        Self {
            previous: self.previous.clone(),
            tables: self.tables.clone(),
            marker: PhantomData,
        }
    }
}

impl<P: Copy, M, N: Copy, W> Copy for Lock<P, M, N, W> {}

impl<P: fmt::Debug, M: LockStrength, N, W> fmt::Debug for Lock<P, M, N, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple(M::TEXT.trim_start())
            .field(&self.previous)
            .finish()
    }
}

fragment!(impl[P: Fragment, M: LockStrength, N: Fragment, W: LockWait] Lock<P, M, N, W> {
    (previous: P), [&[Token::Text(M::TEXT)]], (tables: N), [&[Token::Text(W::TEXT)]],
});

/// ` of "orders", "patients"`, for the sources `N`.
pub struct Of<N>(PhantomData<fn() -> N>);

impl<N> Clone for Of<N> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<N> Copy for Of<N> {}

impl<N> fmt::Debug for Of<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Of")
    }
}

/// A table of the query, or a tuple of them, to lock. The compiler infers the sources `N` and their places `I`.
#[diagnostic::on_unimplemented(
    message = "`of` names tables that this query reads, and that no outer join leaves out",
    label = "expected a table, an `alias!`, or a tuple of them"
)]
pub trait LockedSources<S, N, I> {}

#[diagnostic::do_not_recommend]
impl<S, V, N, I> LockedSources<S, (N,), I> for V
where
    V: SourceColumns<Source = N>,
    S: HasColumn<N, WholeRow, I, Null = NeverNull>,
{
}

macro_rules! tuple {
    ($($name:ident $index:tt $source:ident $place:ident),+) => {
        #[diagnostic::do_not_recommend]
        impl<Query, $($name, $source, $place),+> LockedSources<Query, ($($source,)+), ($($place,)+)> for ($($name,)+)
        where
            $($name: SourceColumns<Source = $source>,)+
            $(Query: HasColumn<$source, WholeRow, $place, Null = NeverNull>,)+
        {
        }

        impl<$($source: Source),+> Fragment for Of<($($source,)+)> {
            const TOKENS: &'static [Token] = &[$(
                Token::Text(tuple!(@separator $index)),
                Token::Sub($source::LABEL),
            )+];

            fn bind(
                &self,
                _arguments: &mut crate::sql::Arguments,
            ) -> Result<(), sqlx::error::BoxDynError> {
                Ok(())
            }
        }
    };
    (@separator 0) => { " of " };
    (@separator $index:tt) => { ", " };
}

for_each_tuple!(tuple);

/// The groups of a query whose rows can be locked: none.
#[diagnostic::on_unimplemented(
    message = "rows cannot be locked after `group_by`",
    label = "a row of this query combines rows of the table"
)]
pub trait LockedBody {}

#[diagnostic::do_not_recommend]
impl LockedBody for () {}
// With several impls, the compiler explains none of them.
#[diagnostic::do_not_recommend]
impl LockedBody for Impossible {}

/// The columns of a query whose rows can be locked: of a single row each, without `distinct`.
#[diagnostic::on_unimplemented(
    message = "rows cannot be locked if `distinct`, an aggregate or a window function combines them",
    label = "a row of this query is computed from several rows"
)]
pub trait LockedColumns {}

#[diagnostic::do_not_recommend]
impl<S> LockedColumns for FullRows<S> {}
#[diagnostic::do_not_recommend]
impl<E: SelectionKind<Kind: RowLevel>, D> LockedColumns for Columns<E, D> {}

macro_rules! lock {
    ($query:expr) => {
        with_clause!($query, tail.lock: Lock {
            previous: $query.tail.lock,
            tables: (),
            marker: PhantomData,
        })
    };
}

#[expect(clippy::type_complexity, reason = "the query with one clause more")]
#[hide_bounds]
impl<S, P, F, W, G, O, L, K> UnboxedSelect<S, P, Body<F, W, G>, Tail<O, L, K>> {
    /// `for update`: locks the rows until the transaction ends, as an update of them does. Other transactions that lock,
    /// update or delete them wait. Without a transaction, the lock ends with the statement.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "jobs")]
    /// # struct Job { #[column(primary_key, identity)] id: i64, done: bool }
    /// let next = Job.select().filter(Job.done.eq(false)).order_by(Job.id).limit(1).for_update().skip_locked();
    /// assert_eq!(
    ///     next.to_sql(),
    ///     concat!(
    ///         r#"select "jobs"."id", "jobs"."done" from "jobs" where "jobs"."done" = $1 "#,
    ///         r#"order by "jobs"."id" limit $2 for update skip locked"#,
    ///     )
    /// );
    /// ```
    pub fn for_update(self) -> UnboxedSelect<S, P, Body<F, W, G>, Tail<O, L, Lock<K, ForUpdate>>>
    where
        G: LockedBody,
        P: LockedColumns,
    {
        lock!(self)
    }

    /// `for no key update`: like [`for_update`](Self::for_update), but rows that reference these can be inserted meanwhile.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "jobs")]
    /// # struct Job { #[column(primary_key, identity)] id: i64 }
    /// assert_eq!(
    ///     Job.select().for_no_key_update().to_sql(),
    ///     r#"select "jobs"."id" from "jobs" for no key update"#
    /// );
    /// ```
    pub fn for_no_key_update(
        self,
    ) -> UnboxedSelect<S, P, Body<F, W, G>, Tail<O, L, Lock<K, ForNoKeyUpdate>>>
    where
        G: LockedBody,
        P: LockedColumns,
    {
        lock!(self)
    }

    /// `for share`: other transactions can read and share the rows, but not change them.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "jobs")]
    /// # struct Job { #[column(primary_key, identity)] id: i64 }
    /// assert_eq!(Job.select().for_share().nowait().to_sql(), r#"select "jobs"."id" from "jobs" for share nowait"#);
    /// ```
    pub fn for_share(self) -> UnboxedSelect<S, P, Body<F, W, G>, Tail<O, L, Lock<K, ForShare>>>
    where
        G: LockedBody,
        P: LockedColumns,
    {
        lock!(self)
    }

    /// `for key share`: other transactions cannot delete the rows or change their keys.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "jobs")]
    /// # struct Job { #[column(primary_key, identity)] id: i64 }
    /// assert_eq!(Job.select().for_key_share().to_sql(), r#"select "jobs"."id" from "jobs" for key share"#);
    /// ```
    pub fn for_key_share(
        self,
    ) -> UnboxedSelect<S, P, Body<F, W, G>, Tail<O, L, Lock<K, ForKeyShare>>>
    where
        G: LockedBody,
        P: LockedColumns,
    {
        lock!(self)
    }
}

#[expect(clippy::type_complexity, reason = "the query with one clause more")]
#[hide_bounds]
impl<S, P, F, W, G, O, L, K, M> UnboxedSelect<S, P, Body<F, W, G>, Tail<O, L, Lock<K, M>>> {
    /// `of table`: locks only the rows of these tables: one, or a tuple of them. A table for which an outer join may find
    /// no row cannot be locked, so name the others.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64 }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, #[column(references = Patient.id)] patient_id: i64 }
    /// let orders = Order.select().inner_join_on(Order.patient_id).columns(Order.id).for_update().of(Order).nowait();
    /// assert_eq!(
    ///     orders.to_sql(),
    ///     concat!(
    ///         r#"select "orders"."id" from "orders" join "patients" on "orders"."patient_id" = "patients"."id" "#,
    ///         r#"for update of "orders" nowait"#,
    ///     )
    /// );
    /// ```
    #[expect(
        unused_variables,
        clippy::needless_pass_by_value,
        reason = "the type of the constant is the name"
    )]
    pub fn of<V: LockedSources<S, N, I>, N, I>(
        self,
        tables: V,
    ) -> UnboxedSelect<S, P, Body<F, W, G>, Tail<O, L, Lock<K, M, Of<N>>>> {
        with_clause!(self, tail.lock: Lock {
            previous: self.tail.lock.previous,
            tables: Of(PhantomData),
            marker: PhantomData,
        })
    }
}

#[expect(clippy::type_complexity, reason = "the query with one clause more")]
#[hide_bounds]
impl<S, P, F, W, G, O, L, K, M, N> UnboxedSelect<S, P, Body<F, W, G>, Tail<O, L, Lock<K, M, N>>> {
    /// `nowait`: an error instead of waiting for another transaction.
    pub fn nowait(self) -> UnboxedSelect<S, P, Body<F, W, G>, Tail<O, L, Lock<K, M, N, Nowait>>> {
        with_clause!(self, tail.lock: Lock {
            previous: self.tail.lock.previous,
            tables: self.tail.lock.tables,
            marker: PhantomData,
        })
    }

    /// `skip locked`: leaves out rows that another transaction has locked, as workers of a queue do.
    pub fn skip_locked(
        self,
    ) -> UnboxedSelect<S, P, Body<F, W, G>, Tail<O, L, Lock<K, M, N, SkipLocked>>> {
        with_clause!(self, tail.lock: Lock {
            previous: self.tail.lock.previous,
            tables: self.tail.lock.tables,
            marker: PhantomData,
        })
    }
}
