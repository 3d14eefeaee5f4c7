//! The missing and repeated clauses of a `select`.

use schema_macros::hide_bounds;

use super::{
    HasLock, IsGrouped, NoColumnsYet, NoDistinctYet, NotGroupedInBox, NotGroupedInCount,
    NotGroupedYet, NotLocked, SelectsRows,
};
use crate::query::clause::{Body, GroupBy, Lock, Tail};
use crate::query::select::{Columns, Distinct, DistinctOn, FullRows, UnboxedSelect};
use crate::scope::NotGrouped;

/// The `count` of queries that have columns of their own.
macro_rules! no_count {
    ($([$($generic:ident),+] $projection:ty;)+) => {$(
        #[hide_bounds]
        impl<S, $($generic,)+ F, W, O, L> UnboxedSelect<S, $projection, Body<F, W>, Tail<O, L>> {
            #[doc(hidden)]
            pub fn count(self) -> Self
            where
                S: SelectsRows,
            {
                self
            }
        }
    )+};
}

no_count! {
    [E, D] Columns<E, D>;
    [P] Distinct<P>;
    [E, P] DistinctOn<E, P>;
}

/// The joins of a grouped query.
macro_rules! no_joins {
    ($($name:ident($($argument:ident)*);)*) => {
        #[hide_bounds]
        impl<S, P, F, W, G, H, T> UnboxedSelect<S, P, Body<F, W, GroupBy<G, H>>, T> {
            $(
                #[doc(hidden)]
                #[allow(non_camel_case_types, reason = "a type parameter for each argument")]
                pub fn $name<$($argument),*>(self, $($argument: $argument),*) -> Self
                where
                    S: NotGrouped,
                {
                    $(let _ = $argument;)*
                    self
                }
            )*
        }
    };
}

no_joins! {
    inner_join(source on);
    left_join(source on);
    right_join(source on);
    full_join(source on);
    cross_join(source);
    inner_join_on(key);
    left_join_on(key);
    right_join_on(key);
    full_join_on(key);
    inner_join_lateral(source);
    left_join_lateral(source);
}

#[hide_bounds]
impl<S, P, F, W, G, H, T> UnboxedSelect<S, P, Body<F, W, GroupBy<G, H>>, T> {
    #[doc(hidden)]
    pub fn group_by<X>(self, _columns: X) -> Self
    where
        S: NotGroupedYet,
    {
        self
    }

    #[doc(hidden)]
    pub fn boxed(self) -> Self
    where
        S: NotGroupedInBox,
    {
        self
    }

    #[doc(hidden)]
    pub fn count(self) -> Self
    where
        S: NotGroupedInCount,
    {
        self
    }
}

#[hide_bounds]
impl<S, E, D, F, W, T> UnboxedSelect<S, Columns<E, D>, Body<F, W>, T> {
    #[doc(hidden)]
    pub fn group_by<X>(self, _columns: X) -> Self
    where
        S: NoColumnsYet,
    {
        self
    }
}

#[hide_bounds]
impl<S, E, D, F, W, T> UnboxedSelect<S, Distinct<Columns<E, D>>, Body<F, W>, T> {
    #[doc(hidden)]
    pub fn group_by<X>(self, _columns: X) -> Self
    where
        S: NoDistinctYet,
    {
        self
    }
}

#[hide_bounds]
impl<S, R, F, W, T> UnboxedSelect<S, Distinct<FullRows<R>>, Body<F, W>, T> {
    #[doc(hidden)]
    pub fn group_by<X>(self, _columns: X) -> Self
    where
        S: NoDistinctYet,
    {
        self
    }
}

#[hide_bounds]
impl<S, P, F, W, T> UnboxedSelect<S, P, Body<F, W>, T> {
    #[doc(hidden)]
    pub fn having<X>(self, _condition: X) -> Self
    where
        S: IsGrouped,
    {
        self
    }
}

#[hide_bounds]
impl<S, P, F, W, O, L, R, M, N, K> UnboxedSelect<S, P, Body<F, W>, Tail<O, L, Lock<R, M, N, K>>> {
    #[doc(hidden)]
    pub fn count(self) -> Self
    where
        S: NotLocked,
    {
        self
    }
}

#[hide_bounds]
impl<S, P, F, W, G, O, L> UnboxedSelect<S, P, Body<F, W, G>, Tail<O, L>> {
    #[doc(hidden)]
    pub fn of<X>(self, _tables: X) -> Self
    where
        S: HasLock,
    {
        self
    }

    #[doc(hidden)]
    pub fn nowait(self) -> Self
    where
        S: HasLock,
    {
        self
    }

    #[doc(hidden)]
    pub fn skip_locked(self) -> Self
    where
        S: HasLock,
    {
        self
    }
}
