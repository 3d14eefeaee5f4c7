//! Methods that exist only to report what a `merge` is missing: see `query/missing_step.rs`.
#![allow(clippy::unused_self, reason = "no program can call these methods")]

use std::future::Ready;

use schema_macros::hide_bounds;

use super::{Branch, Merge, MergeWhen, ThenInsert, ThenUpdate};
use crate::error::Result;
use crate::query::missing_step::{HasAction, HasBranch, SetsColumns, SetsValues, never};

#[hide_bounds]
impl<T, S, P, Y, On> Merge<T, S, P, Y, On, ()> {
    #[doc(hidden)]
    pub fn execute<E>(self, _executor: E) -> Ready<Result<u64>>
    where
        (T,): HasBranch,
    {
        never()
    }
}

#[hide_bounds]
impl<T, S, P, Y, On, B, K, W> Merge<T, S, P, Y, On, Branch<B, K, W, ThenUpdate<()>>> {
    #[doc(hidden)]
    pub fn execute<E>(self, _executor: E) -> Ready<Result<u64>>
    where
        (T,): SetsColumns,
    {
        never()
    }
}

#[hide_bounds]
impl<T, S, P, Y, On, B, K, W> Merge<T, S, P, Y, On, Branch<B, K, W, ThenInsert<()>>> {
    #[doc(hidden)]
    pub fn execute<E>(self, _executor: E) -> Ready<Result<u64>>
    where
        (T,): SetsValues,
    {
        never()
    }
}

#[hide_bounds]
impl<M, K, W> MergeWhen<M, K, W> {
    #[doc(hidden)]
    pub fn when_matched<X: From<Self>>(self) -> X
    where
        (K,): HasAction,
    {
        self.into()
    }

    #[doc(hidden)]
    pub fn when_not_matched<X: From<Self>>(self) -> X
    where
        (K,): HasAction,
    {
        self.into()
    }

    #[doc(hidden)]
    pub fn when_not_matched_by_source<X: From<Self>>(self) -> X
    where
        (K,): HasAction,
    {
        self.into()
    }

    #[doc(hidden)]
    pub fn execute<E>(self, _executor: E) -> Ready<Result<u64>>
    where
        (K,): HasAction,
    {
        never()
    }
}
