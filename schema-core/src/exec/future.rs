//! What `execute` and `fetch_*` return. Types with names, not `async` blocks: an executor that is none is one error then,
//! and a program's own futures have the row in their type, not the query.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::Either;
use sqlx::postgres::{PgQueryResult, PgRow};

use super::{ByFunctions, ColumnList, Reads};
use crate::error::{Error, Result};
use crate::table::TableDef;

/// What sqlx runs, or why it does not.
pub(super) type Started<F> = std::result::Result<F, Option<Error>>;
pub(super) type Row<'e> = BoxFuture<'e, Result<Option<PgRow>, sqlx::Error>>;
pub(super) type Steps<'e> = BoxStream<'e, Result<Either<PgQueryResult, PgRow>, sqlx::Error>>;

/// A statement that could not be started is over at once. Who polls it again waits for ever.
fn failed(error: &mut Option<Error>) -> Poll<Error> {
    error.take().map_or(Poll::Pending, Poll::Ready)
}

/// The future of `execute`: how many rows were changed.
#[must_use = "a statement does nothing until it is awaited"]
pub struct Execution<'e> {
    pub(super) steps: Started<Steps<'e>>,
    pub(super) table: Option<&'static TableDef>,
    pub(super) affected: u64,
}

impl Future for Execution<'_> {
    type Output = Result<u64>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<u64>> {
        let this = &mut *self;
        let steps = match &mut this.steps {
            Ok(steps) => steps,
            Err(error) => return Poll::Ready(Err(ready!(failed(error)))),
        };
        loop {
            match ready!(steps.as_mut().poll_next(context)) {
                Some(Ok(Either::Left(result))) => this.affected += result.rows_affected(),
                Some(Ok(Either::Right(_))) => {}
                Some(Err(error)) => return Poll::Ready(Err(Error::on(error, this.table))),
                None => return Poll::Ready(Ok(this.affected)),
            }
        }
    }
}

/// The future of `fetch_one`: the row.
#[must_use = "a query does nothing until it is awaited"]
pub struct FetchOne<'e, D>(pub(crate) FetchOptional<'e, D>);

impl<D: Reads> Future for FetchOne<'_, D> {
    type Output = Result<D::Row>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<D::Row>> {
        let decoder = self.0.decoder;
        self.0.poll_row(context, |row| match row {
            Some(row) => decoder.read_first(&row),
            None => Err(Error::NotFound),
        })
    }
}

/// The future of `fetch_optional`: the row, if there is one.
#[must_use = "a query does nothing until it is awaited"]
pub struct FetchOptional<'e, D> {
    pub(super) row: Started<Row<'e>>,
    pub(super) table: Option<&'static TableDef>,
    pub(super) decoder: D,
}

impl<D> FetchOptional<'_, D> {
    #[inline]
    fn poll_row<T>(
        &mut self,
        context: &mut Context<'_>,
        read: impl FnOnce(Option<PgRow>) -> Result<T>,
    ) -> Poll<Result<T>> {
        match &mut self.row {
            Ok(row) => Poll::Ready(match ready!(row.as_mut().poll(context)) {
                Ok(row) => read(row),
                Err(error) => Err(Error::on(error, self.table)),
            }),
            Err(error) => Poll::Ready(Err(ready!(failed(error)))),
        }
    }
}

impl<D: Reads> Future for FetchOptional<'_, D> {
    type Output = Result<Option<D::Row>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let decoder = self.decoder;
        self.poll_row(context, |row| {
            row.map(|row| decoder.read_first(&row)).transpose()
        })
    }
}

/// The future of `fetch_all`: all rows.
#[must_use = "a query does nothing until it is awaited"]
pub struct FetchAll<'e, D: Reads> {
    pub(super) steps: Started<Steps<'e>>,
    pub(super) table: Option<&'static TableDef>,
    pub(super) rows: Vec<D::Row>,
    pub(super) decoder: D,
}

// No row is pinned.
impl<D: Reads> Unpin for FetchAll<'_, D> {}

impl<D: Reads> Future for FetchAll<'_, D> {
    type Output = Result<Vec<D::Row>>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        let steps = match &mut this.steps {
            Ok(steps) => steps,
            Err(error) => return Poll::Ready(Err(ready!(failed(error)))),
        };
        loop {
            match ready!(steps.as_mut().poll_next(context)) {
                Some(Ok(Either::Right(row))) => {
                    let row = if this.rows.is_empty() {
                        this.decoder.read_first(&row)
                    } else {
                        this.decoder.read(&row)
                    };
                    match row {
                        Ok(row) => this.rows.push(row),
                        Err(error) => return Poll::Ready(Err(error)),
                    }
                }
                Some(Ok(Either::Left(_))) => {}
                Some(Err(error)) => return Poll::Ready(Err(Error::on(error, this.table))),
                None => return Poll::Ready(Ok(std::mem::take(&mut this.rows))),
            }
        }
    }
}

/// The rows of a query, as the server sends them: a [`Stream`].
#[must_use = "a stream does nothing unless it is read"]
pub struct Rows<'e, R> {
    state: State<'e>,
    table: Option<&'static TableDef>,
    decoder: ByFunctions<R>,
}

enum State<'e> {
    /// The types of the columns are not checked yet.
    First(Steps<'e>),
    Next(Steps<'e>),
    Failed(Option<Error>),
    Done,
}

impl<'e, R> Rows<'e, R> {
    pub(super) fn new(
        steps: Started<Steps<'e>>,
        table: Option<&'static TableDef>,
        decoder: ByFunctions<R>,
    ) -> Self {
        Self {
            state: steps.map_or_else(State::Failed, State::First),
            table,
            decoder,
        }
    }
}

impl<R: Send> Stream for Rows<'_, R> {
    type Item = Result<R>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let (steps, first) = match &mut self.state {
                State::First(steps) => (steps, true),
                State::Next(steps) => (steps, false),
                State::Done => return Poll::Ready(None),
                State::Failed(error) => {
                    let error = error.take();
                    self.state = State::Done;
                    return Poll::Ready(error.map(Err));
                }
            };
            match ready!(steps.as_mut().poll_next(context)) {
                Some(Ok(Either::Left(_))) => {}
                Some(Ok(Either::Right(row))) => {
                    if first {
                        let state = std::mem::replace(&mut self.state, State::Done);
                        if let Err(error) = ColumnList::check(&row, self.decoder.describe()) {
                            return Poll::Ready(Some(Err(error)));
                        }
                        if let State::First(steps) = state {
                            self.state = State::Next(steps);
                        }
                    }
                    return Poll::Ready(Some(self.decoder.read(&row)));
                }
                Some(Err(error)) => {
                    self.state = State::Done;
                    return Poll::Ready(Some(Err(Error::on(error, self.table))));
                }
                None => {
                    self.state = State::Done;
                    return Poll::Ready(None);
                }
            }
        }
    }
}

macro_rules! debug {
    ($($name:ident $([$($generics:tt)*] $type:ty)?;)*) => {$(
        debug!(@ $name $([$($generics)*] $type)?);
    )*};
    (@ $name:ident [$($generics:tt)*] $type:ty) => {
        impl<$($generics)*> fmt::Debug for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    };
}

debug! {
    Execution [] Execution<'_>;
    FetchOne [D] FetchOne<'_, D>;
    FetchOptional [D] FetchOptional<'_, D>;
    FetchAll [D: Reads] FetchAll<'_, D>;
    Rows [R] Rows<'_, R>;
}
