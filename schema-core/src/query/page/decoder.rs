//! Pages of a keyset.

use std::fmt;
use std::marker::PhantomData;
use std::sync::{Mutex, PoisonError};

use sqlx::error::BoxDynError;

use super::cursor::Cursor;
use super::keys::KeysetKeys;
use super::values::KeyValues as _;
use crate::row::{Decoder, Describe, RowDecoder, RowReader};
use crate::sql::Expected;

/// Some rows of a query, and the cursors of the pages next to them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Page<R> {
    /// The rows, in the order of the keyset, also on a page that was reached backwards.
    pub rows: Vec<R>,
    /// The page after these rows, if there are more.
    pub next: Option<Cursor>,
    /// The page before these rows, if there is one. It is absent on an empty page.
    pub previous: Option<Cursor>,
}

/// Reads the rows of a page, each with the values `K` of its keys.
pub struct PageDecoder<S, I, K, D: Decoder> {
    /// In a mutex only because a decoder is `Sync` and a row need not be.
    rows: Mutex<Vec<D::Row>>,
    keys: Vec<Vec<u8>>,
    limit: usize,
    order: u32,
    /// The direction, if the page is not the first: true is backwards.
    position: Option<bool>,
    #[expect(
        clippy::type_complexity,
        reason = "the types of the scope and its keys"
    )]
    scope: PhantomData<fn() -> (S, I, K)>,
}

impl<S, I, K, D: Decoder> PageDecoder<S, I, K, D> {
    pub(super) fn new(limit: usize, order: u32, position: Option<bool>) -> Self {
        Self {
            rows: Mutex::default(),
            keys: Vec::new(),
            limit,
            order,
            position,
            scope: PhantomData,
        }
    }
}

// No row is pinned.
impl<S, I, K, D: Decoder> Unpin for PageDecoder<S, I, K, D> {}

impl<S, I, K, D: Decoder> fmt::Debug for PageDecoder<S, I, K, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PageDecoder")
    }
}

impl<S, I, K: KeysetKeys<S, I>, D: Decoder> RowDecoder for PageDecoder<S, I, K, D> {
    type Row = Page<D::Row>;
    const FOLDS: bool = true;
    const COLUMNS: Expected = <(D, K::Decoder) as Decoder>::EXPECTED;

    fn describe(&self) -> Describe {
        <(D, K::Decoder) as Decoder>::describe
    }

    fn push(&mut self, row: &mut RowReader<'_>) -> Result<Option<Self::Row>, BoxDynError> {
        let (row, values) = <(D, K::Decoder) as Decoder>::decode(row)?;
        let mut key = Vec::new();
        values.encode(&mut key)?;
        self.rows
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner)
            .push(row);
        self.keys.push(key);
        Ok(None)
    }

    fn finish(&mut self) -> Option<Self::Row> {
        let rows = self.rows.get_mut().unwrap_or_else(PoisonError::into_inner);
        let (mut rows, mut keys) = (std::mem::take(rows), std::mem::take(&mut self.keys));
        // One row more than the page has was asked for, to learn whether there are others.
        let more = rows.len() > self.limit;
        rows.truncate(self.limit);
        keys.truncate(self.limit);
        let back = self.position == Some(true);
        if back {
            rows.reverse();
            keys.reverse();
        }
        // The position lies next to a row that is on the page before or after this one.
        let (next, previous) = if back {
            (true, more)
        } else {
            (more, self.position.is_some())
        };
        let cursor = |wanted: bool, backwards, key: Option<&Vec<u8>>| {
            let key = key.filter(|_| wanted)?;
            Some(Cursor::new(backwards, self.order, key))
        };
        Some(Page {
            next: cursor(next, false, keys.last()),
            previous: cursor(previous, true, keys.first()),
            rows,
        })
    }
}
