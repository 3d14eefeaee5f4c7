//! `fetch_map`: rows as a map by their keys.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::future::Future;
use std::hash::{BuildHasher, Hash};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use super::FetchAll;
use crate::error::Result;
use crate::row::RowDecoder;

/// A map of the rows `R`, which are pairs of a key and a value. `HashMap` and `BTreeMap` with values or with a `Vec` of
/// values for each key.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a map of rows of type `{R}`",
    label = "the rows do not fit this map",
    note = "select two columns, `(key, value)`, into a `HashMap` or `BTreeMap` of these or of `Vec`s of the value"
)]
pub trait MapOf<R> {
    /// Returns the rows by their keys.
    fn from_rows(rows: Vec<R>) -> Self;
}

/// A value of a map: itself, or a list of values with the same key.
pub trait Collected<V>: Sized {
    /// Adds a value to those of its key so far.
    fn add(entry: Option<&mut Self>, value: V) -> Option<Self>;
}

#[diagnostic::do_not_recommend]
impl<V> Collected<V> for V {
    fn add(entry: Option<&mut Self>, value: V) -> Option<Self> {
        match entry {
            Some(entry) => {
                *entry = value;
                None
            }
            None => Some(value),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<V> Collected<V> for Vec<V> {
    fn add(entry: Option<&mut Self>, value: V) -> Option<Self> {
        match entry {
            Some(entry) => {
                entry.push(value);
                None
            }
            None => Some(vec![value]),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<K: Eq + Hash, V, W: Collected<V>, S: BuildHasher + Default> MapOf<(K, V)>
    for HashMap<K, W, S>
{
    fn from_rows(rows: Vec<(K, V)>) -> Self {
        let mut map = Self::default();
        for (key, value) in rows {
            if let Some(first) = W::add(map.get_mut(&key), value) {
                map.insert(key, first);
            }
        }
        map
    }
}

#[diagnostic::do_not_recommend]
impl<K: Ord, V, W: Collected<V>> MapOf<(K, V)> for BTreeMap<K, W> {
    fn from_rows(rows: Vec<(K, V)>) -> Self {
        let mut map = Self::default();
        for (key, value) in rows {
            if let Some(first) = W::add(map.get_mut(&key), value) {
                map.insert(key, first);
            }
        }
        map
    }
}

/// The future of `fetch_map`: the rows by their keys.
#[must_use = "a query does nothing until it is awaited"]
pub struct FetchMap<'e, D: RowDecoder, M> {
    rows: FetchAll<'e, D>,
    map: fn(Vec<D::Row>) -> M,
}

impl<'e, D: RowDecoder, M> FetchMap<'e, D, M> {
    // The future itself has no bound: the compiler would report it again at the `await`.
    pub(super) fn new(rows: FetchAll<'e, D>) -> Self
    where
        M: MapOf<D::Row>,
    {
        Self {
            rows,
            map: M::from_rows,
        }
    }
}

impl<D: RowDecoder, M> Future for FetchMap<'_, D, M> {
    type Output = Result<M>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<M>> {
        let rows = ready!(Pin::new(&mut self.rows).poll(context));
        Poll::Ready(rows.map(self.map))
    }
}

impl<D: RowDecoder, M> fmt::Debug for FetchMap<'_, D, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FetchMap").finish_non_exhaustive()
    }
}
