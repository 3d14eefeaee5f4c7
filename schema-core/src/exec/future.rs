//! The futures of `execute` and `fetch_*`.
//!
//! They are types with names rather than `async` blocks: passing something that is not an executor then produces a
//! single error, and the futures of a program contain the decoder's type instead of the query's.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::postgres::{PgArguments, PgQueryResult, PgRow};
use sqlx::{Either, PgExecutor, SqlStr};

use super::ready::Ready;

use crate::def::TableDef;
use crate::error::{Error, Result, Subject};
use crate::row::{ColumnList, RowDecoder, push, push_first};

/// The statement that sqlx runs, or the error that prevents it.
type Started<F> = std::result::Result<F, Option<Error>>;
type First<'e> = BoxFuture<'e, Result<Option<PgRow>, sqlx::Error>>;
type Steps<'e> = BoxStream<'e, Result<Either<PgQueryResult, PgRow>, sqlx::Error>>;

/// The text and the values, or the error of a value.
type Prepared = Result<(SqlStr, PgArguments)>;

// The constructors are generic over the executor and the decoder, not over the query: there are fewer of these.

/// Hands a statement to sqlx, which runs it when the stream is polled.
///
/// This is not a separate future: a statement is large, and each future that awaits another would move it.
#[inline]
fn fetch_many<'e, 'c: 'e, E: PgExecutor<'c> + 'e>(
    statement: Prepared,
    named: bool,
    executor: E,
) -> Started<Steps<'e>> {
    match statement {
        Ok(statement) => Ok(executor.fetch_many(Ready::new(statement, named))),
        Err(error) => Err(Some(error)),
    }
}

/// Keeps what an error of the server names. The text is a constant or shared, so this copies nothing.
#[inline]
fn subject(statement: &Prepared, table: Option<&'static TableDef>) -> Subject {
    Subject::new(table, statement.as_ref().ok().map(|(sql, _)| sql))
}

/// The error of a statement that could not be started. Polling it again never completes.
fn failed(error: &mut Option<Error>) -> Poll<Error> {
    error.take().map_or(Poll::Pending, Poll::Ready)
}

/// The future of `execute`: the number of changed rows.
#[must_use = "a statement does nothing until it is awaited"]
pub struct Execution<'e> {
    steps: Started<Steps<'e>>,
    subject: Subject,
    affected: u64,
}

impl<'e> Execution<'e> {
    #[inline]
    pub(super) fn new<'c: 'e, E: PgExecutor<'c> + 'e>(
        statement: Prepared,
        named: bool,
        executor: E,
        table: Option<&'static TableDef>,
    ) -> Self {
        // Not sqlx's `execute`, which wraps two more streams and a future around the rows.
        Self {
            subject: subject(&statement, table),
            steps: fetch_many(statement, named, executor),
            affected: 0,
        }
    }
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
                Some(Err(error)) => {
                    return Poll::Ready(Err(this.subject.error(error)));
                }
                None => return Poll::Ready(Ok(this.affected)),
            }
        }
    }
}

/// The future of `fetch_one`: the row.
#[must_use = "a query does nothing until it is awaited"]
pub struct FetchOne<'e, D>(pub(super) FetchOptional<'e, D>);

impl<D: RowDecoder> Future for FetchOne<'_, D> {
    type Output = Result<D::Row>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<D::Row>> {
        let this = &mut self.0;
        // Not left to `poll_row`: the row would be moved twice more.
        let row = match &mut this.state {
            Ok(Optional::First(row)) => match ready!(row.as_mut().poll(context)) {
                Ok(Some(row)) => push_first(&mut this.decoder, &row),
                Ok(None) => return Poll::Ready(Err(Error::NotFound)),
                Err(error) => {
                    return Poll::Ready(Err(this.subject.error(error)));
                }
            },
            _ => ready!(this.poll_row(context)),
        };
        Poll::Ready(match row {
            Ok(Some(row)) => Ok(row),
            Ok(None) => Err(Error::NotFound),
            Err(error) => Err(error),
        })
    }
}

/// The future of `fetch_optional`: the row, or `None`.
#[must_use = "a query does nothing until it is awaited"]
pub struct FetchOptional<'e, D> {
    state: Started<Optional<'e>>,
    subject: Subject,
    decoder: D,
}

enum Optional<'e> {
    /// The first row is all that the decoder needs.
    First(First<'e>),
    /// The decoder needs rows until one of its own is complete.
    Steps(Steps<'e>),
    /// The same, after the types of the columns were checked.
    Checked(Steps<'e>),
}

impl<'e, D: RowDecoder> FetchOptional<'e, D> {
    #[inline]
    pub(super) fn new<'c: 'e, E: PgExecutor<'c> + 'e>(
        statement: Prepared,
        named: bool,
        executor: E,
        table: Option<&'static TableDef>,
        decoder: D,
    ) -> Self {
        Self {
            subject: subject(&statement, table),
            state: if D::FOLDS {
                fetch_many(statement, named, executor).map(Optional::Steps)
            } else {
                match statement {
                    Ok(statement) => Ok(Optional::First(
                        executor.fetch_optional(Ready::new(statement, named)),
                    )),
                    Err(error) => Err(Some(error)),
                }
            },
            decoder,
        }
    }

    #[inline]
    fn poll_row(&mut self, context: &mut Context<'_>) -> Poll<Result<Option<D::Row>>> {
        match &mut self.state {
            Ok(Optional::First(row)) => Poll::Ready(match ready!(row.as_mut().poll(context)) {
                Ok(Some(row)) => push_first(&mut self.decoder, &row),
                Ok(None) => Ok(None),
                Err(error) => Err(self.subject.error(error)),
            }),
            Ok(_) => self.poll_folded(context),
            Err(error) => Poll::Ready(Err(ready!(failed(error)))),
        }
    }

    #[cold]
    fn poll_folded(&mut self, context: &mut Context<'_>) -> Poll<Result<Option<D::Row>>> {
        loop {
            let (steps, checked) = match &mut self.state {
                Ok(Optional::Steps(steps)) => (steps, false),
                Ok(Optional::Checked(steps)) => (steps, true),
                Ok(Optional::First(_)) | Err(_) => return Poll::Pending,
            };
            let row = match ready!(steps.as_mut().poll_next(context)) {
                Some(Ok(Either::Right(row))) => row,
                Some(Ok(Either::Left(_))) => continue,
                Some(Err(error)) => {
                    return Poll::Ready(Err(self.subject.error(error)));
                }
                None => return Poll::Ready(Ok(self.decoder.finish())),
            };
            let row = if checked {
                push(&mut self.decoder, &row)
            } else {
                push_first(&mut self.decoder, &row)
            };
            if let Some(row) = row.transpose() {
                return Poll::Ready(row.map(Some));
            }
            if !checked
                && let Ok(Optional::Steps(steps)) = std::mem::replace(&mut self.state, Err(None))
            {
                self.state = Ok(Optional::Checked(steps));
            }
        }
    }
}

impl<D: RowDecoder> Future for FetchOptional<'_, D> {
    type Output = Result<Option<D::Row>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.poll_row(context)
    }
}

/// The future of `fetch_all`: all rows.
#[must_use = "a query does nothing until it is awaited"]
pub struct FetchAll<'e, D: RowDecoder> {
    steps: Started<Steps<'e>>,
    subject: Subject,
    rows: Vec<D::Row>,
    first: bool,
    decoder: D,
}

impl<'e, D: RowDecoder> FetchAll<'e, D> {
    #[inline]
    pub(super) fn new<'c: 'e, E: PgExecutor<'c> + 'e>(
        statement: Prepared,
        named: bool,
        executor: E,
        table: Option<&'static TableDef>,
        decoder: D,
    ) -> Self {
        Self {
            subject: subject(&statement, table),
            steps: fetch_many(statement, named, executor),
            rows: Vec::new(),
            first: true,
            decoder,
        }
    }
}

// No row is pinned.
impl<D: RowDecoder> Unpin for FetchAll<'_, D> {}

impl<D: RowDecoder> Future for FetchAll<'_, D> {
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
                    let row = if std::mem::take(&mut this.first) {
                        push_first(&mut this.decoder, &row)
                    } else {
                        push(&mut this.decoder, &row)
                    };
                    match row {
                        Ok(Some(row)) => this.rows.push(row),
                        Ok(None) => {}
                        Err(error) => return Poll::Ready(Err(error)),
                    }
                }
                Some(Ok(Either::Left(_))) => {}
                Some(Err(error)) => {
                    return Poll::Ready(Err(this.subject.error(error)));
                }
                None => {
                    this.rows.extend(this.decoder.finish());
                    return Poll::Ready(Ok(std::mem::take(&mut this.rows)));
                }
            }
        }
    }
}

/// The rows of a query, as the server sends them: a [`Stream`].
#[must_use = "a stream does nothing unless it is read"]
pub struct Rows<'e, D> {
    state: State<'e>,
    subject: Subject,
    decoder: D,
}

enum State<'e> {
    /// Before the types of the columns are checked.
    First(Steps<'e>),
    Next(Steps<'e>),
    Failed(Option<Error>),
    Done,
}

impl<'e, D> Rows<'e, D> {
    pub(super) fn new<'c: 'e, E: PgExecutor<'c> + 'e>(
        statement: Prepared,
        named: bool,
        executor: E,
        table: Option<&'static TableDef>,
        decoder: D,
    ) -> Self {
        Self {
            subject: subject(&statement, table),
            state: fetch_many(statement, named, executor).map_or_else(State::Failed, State::First),
            decoder,
        }
    }
}

impl<D: RowDecoder> Stream for Rows<'_, D> {
    type Item = Result<D::Row>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            let (steps, first) = match &mut this.state {
                State::First(steps) => (steps, true),
                State::Next(steps) => (steps, false),
                State::Done => return Poll::Ready(None),
                State::Failed(error) => {
                    let error = error.take();
                    this.state = State::Done;
                    return Poll::Ready(error.map(Err));
                }
            };
            match ready!(steps.as_mut().poll_next(context)) {
                Some(Ok(Either::Left(_))) => {}
                Some(Ok(Either::Right(row))) => {
                    if first {
                        let state = std::mem::replace(&mut this.state, State::Done);
                        if let Err(error) = ColumnList::check(&row, this.decoder.describe()) {
                            return Poll::Ready(Some(Err(error)));
                        }
                        if let State::First(steps) = state {
                            this.state = State::Next(steps);
                        }
                    }
                    let row = push(&mut this.decoder, &row);
                    if let Some(row) = row.transpose() {
                        return Poll::Ready(Some(row));
                    }
                }
                Some(Err(error)) => {
                    this.state = State::Done;
                    return Poll::Ready(Some(Err(this.subject.error(error))));
                }
                None => {
                    this.state = State::Done;
                    return Poll::Ready(this.decoder.finish().map(Ok));
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
    FetchAll [D: RowDecoder] FetchAll<'_, D>;
    Rows [D] Rows<'_, D>;
}
