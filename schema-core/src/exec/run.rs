//! Running statements through sqlx, on anything that is an `sqlx::PgExecutor`.

use schema_macros::hide_bounds;
use std::borrow::Cow;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use futures_core::stream::BoxStream;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArguments, PgQueryResult, PgRow};
use sqlx::{AssertSqlSafe, Either, PgExecutor, SqlSafeStr, SqlStr};

use super::{ColumnList, RowReader};
use crate::error::{Error, Result};
use crate::sql::{Arguments, Fragment, SqlWriter, parameters, text};
use crate::table::TableDef;

/// A statement whose rows can be read: `select`, and the others with `returning`.
#[diagnostic::on_unimplemented(
    message = "this statement returns no rows",
    label = "nothing to fetch",
    note = "add `.returning(…)` before, or call `execute`"
)]
pub trait Query: Statement {
    /// A row.
    type Row: Send;

    /// Appends what the row is read from.
    fn describe(columns: &mut ColumnList<'_>);

    /// Reads a row.
    ///
    /// # Errors
    /// Where a value does not fit.
    fn decode(row: &mut RowReader<'_>) -> Result<Self::Row, BoxDynError>;
}

/// A statement that says which rows it changes.
#[diagnostic::on_unimplemented(
    message = "this would change every row of the table",
    label = "no `filter` before this",
    note = "add `.filter(…)`; or `.all_rows()`, if every row is meant"
)]
pub trait Bounded: Statement {}

/// A statement, which has a text.
pub trait Statement: Fragment + Sized {
    /// The table that the statement changes.
    const TABLE: Option<&'static TableDef> = None;

    /// The SQL text: a constant, unless its shape depends on a value.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64 }
    /// assert_eq!(
    ///     Patient.delete().filter(Patient.id.eq(7)).to_sql(),
    ///     r#"delete from "patients" where "patients"."id" = $1"#
    /// );
    /// ```
    fn to_sql(&self) -> Cow<'static, str> {
        // A constant condition, so that no code is made for the branch that is not taken.
        if const { text::<Self>().is_some() } {
            Cow::Borrowed(const { text::<Self>() }.unwrap_or_default())
        } else {
            let mut sql = SqlWriter::new();
            self.write(&mut sql);
            Cow::Owned(sql.finish())
        }
    }

    /// The text and the values, as sqlx takes them.
    ///
    /// # Errors
    /// [`Error::Encode`], where a value cannot be sent.
    fn into_sqlx(self) -> Result<(SqlStr, PgArguments)> {
        let mut arguments = Arguments::with_capacity(parameters::<Self>());
        self.bind(&mut arguments).map_err(Error::encode)?;
        let sql = match self.to_sql() {
            Cow::Borrowed(text) => text.into_sql_str(),
            Cow::Owned(text) => AssertSqlSafe(text).into_sql_str(),
        };
        Ok((sql, arguments.into_inner()))
    }
}

/// What a statement does that says which rows it changes.
#[hide_bounds]
pub trait Execute: Bounded {
    /// Runs the statement and says how many rows it changed.
    ///
    /// # Errors
    /// [`Error`], by what the caller can do.
    fn execute<'c, E>(self, executor: E) -> impl Future<Output = Result<u64>> + Send
    where
        E: PgExecutor<'c>,
    {
        let result = start(self.into_sqlx(), |statement| executor.execute(statement));
        async move {
            match result?.await {
                Ok(result) => Ok(result.rows_affected()),
                Err(error) => Err(Error::on(error, Self::TABLE)),
            }
        }
    }
}

impl<Q: Bounded> Execute for Q {}

/// What a statement does whose rows can be read.
#[hide_bounds]
pub trait Fetch: Query {
    /// Runs the statement and reads the only row; of several the first.
    ///
    /// # Errors
    /// [`Error::NotFound`], where there is none; else [`Error`].
    fn fetch_one<'c, E>(self, executor: E) -> impl Future<Output = Result<Self::Row>> + Send
    where
        E: PgExecutor<'c>,
    {
        fetch_one(
            self.into_sqlx(),
            executor,
            Self::TABLE,
            Self::describe,
            Self::decode,
        )
    }

    /// Runs the statement and reads the row, if there is one; of several the first.
    ///
    /// # Errors
    /// [`Error`], by what the caller can do.
    fn fetch_optional<'c, E>(
        self,
        executor: E,
    ) -> impl Future<Output = Result<Option<Self::Row>>> + Send
    where
        E: PgExecutor<'c>,
    {
        fetch_optional(
            self.into_sqlx(),
            executor,
            Self::TABLE,
            Self::describe,
            Self::decode,
        )
    }

    /// Runs the statement and reads all rows.
    ///
    /// # Errors
    /// [`Error`], by what the caller can do.
    fn fetch_all<'c, E>(self, executor: E) -> impl Future<Output = Result<Vec<Self::Row>>> + Send
    where
        E: PgExecutor<'c>,
    {
        fetch_all(
            self.into_sqlx(),
            executor,
            Self::TABLE,
            Self::describe,
            Self::decode,
        )
    }

    /// Runs the statement and reads row after row, as the server sends them.
    fn fetch<'e, 'c: 'e, E>(self, executor: E) -> Rows<'e, Self::Row>
    where
        E: PgExecutor<'c> + 'e,
    {
        fetch(
            self.into_sqlx(),
            executor,
            Self::TABLE,
            Self::describe,
            Self::decode,
        )
    }
}

impl<Q: Query> Fetch for Q {}

type Prepared = Result<(SqlStr, PgArguments)>;
type Describe = fn(&mut ColumnList<'_>);

/// Hands a statement to sqlx, which runs it when its future is polled. Not in a future of ours: a statement is
/// large, and would be moved into each future that waits for another.
#[inline]
fn start<T>(
    statement: Prepared,
    run: impl FnOnce((SqlStr, Option<PgArguments>)) -> T,
) -> Result<T> {
    statement.map(|(sql, arguments)| run((sql, Some(arguments))))
}

pub(crate) fn fetch_one<'c, E, R>(
    statement: Prepared,
    executor: E,
    table: Option<&'static TableDef>,
    describe: Describe,
    decode: impl Decode<R>,
) -> impl Future<Output = Result<R>> + Send
where
    E: PgExecutor<'c>,
{
    let row = start(statement, |statement| executor.fetch_optional(statement));
    async move {
        match row?.await {
            Ok(Some(row)) => read_first(&row, describe, decode),
            Ok(None) => Err(Error::NotFound),
            Err(error) => Err(Error::on(error, table)),
        }
    }
}

pub(crate) fn fetch_optional<'c, E, R>(
    statement: Prepared,
    executor: E,
    table: Option<&'static TableDef>,
    describe: Describe,
    decode: impl Decode<R>,
) -> impl Future<Output = Result<Option<R>>> + Send
where
    E: PgExecutor<'c>,
{
    let row = start(statement, |statement| executor.fetch_optional(statement));
    async move {
        match row?.await {
            Ok(Some(row)) => read_first(&row, describe, decode).map(Some),
            Ok(None) => Ok(None),
            Err(error) => Err(Error::on(error, table)),
        }
    }
}

pub(crate) fn fetch_all<'c, E, R>(
    statement: Prepared,
    executor: E,
    table: Option<&'static TableDef>,
    describe: Describe,
    decode: impl Decode<R>,
) -> impl Future<Output = Result<Vec<R>>> + Send
where
    E: PgExecutor<'c>,
    R: Send,
{
    let steps = start(statement, |statement| executor.fetch_many(statement));
    async move {
        let mut steps = steps?;
        let mut rows = Vec::new();
        while let Some(step) = poll_fn(|context| steps.as_mut().poll_next(context)).await {
            match step {
                Ok(Either::Right(row)) if rows.is_empty() => {
                    rows.push(read_first(&row, describe, decode)?);
                }
                Ok(Either::Right(row)) => rows.push(read(&row, describe, decode)?),
                Ok(Either::Left(_)) => {}
                Err(error) => return Err(Error::on(error, table)),
            }
        }
        Ok(rows)
    }
}

pub(crate) fn fetch<'e, 'c: 'e, E, R>(
    statement: Prepared,
    executor: E,
    table: Option<&'static TableDef>,
    describe: Describe,
    decode: fn(&mut RowReader<'_>) -> Result<R, BoxDynError>,
) -> Rows<'e, R>
where
    E: PgExecutor<'c> + 'e,
{
    let steps = start(statement, |statement| executor.fetch_many(statement));
    let state = steps.map_or_else(State::Failed, State::First);
    Rows {
        state,
        table,
        describe,
        decode,
    }
}

/// How a row is read: a function, so that the compiler can put it where it is called.
pub(crate) trait Decode<R>:
    Fn(&mut RowReader<'_>) -> Result<R, BoxDynError> + Copy + Send
{
}

impl<R, F> Decode<R> for F where F: Fn(&mut RowReader<'_>) -> Result<R, BoxDynError> + Copy + Send {}

/// Reads a row after its columns have the types that the schema says; those after it have the same.
fn read_first<R>(row: &PgRow, describe: Describe, decode: impl Decode<R>) -> Result<R> {
    ColumnList::check(row, describe)?;
    read(row, describe, decode)
}

#[inline]
fn read<R>(row: &PgRow, describe: Describe, decode: impl Decode<R>) -> Result<R> {
    let mut reader = RowReader::new(row);
    decode(&mut reader).map_err(|source| decode_error(reader.position(), describe, source))
}

#[cold]
fn decode_error(position: usize, describe: Describe, source: BoxDynError) -> Error {
    let place = ColumnList::find(position, describe);
    Error::Decode {
        table: place.map(|(table, _)| table),
        column: place.map(|(_, column)| column),
        position,
        source,
    }
}

type Steps<'e> = BoxStream<'e, Result<Either<PgQueryResult, PgRow>, sqlx::Error>>;

/// The rows of a query, as the server sends them: a [`Stream`].
#[must_use = "a stream does nothing unless it is read"]
pub struct Rows<'e, R> {
    state: State<'e>,
    table: Option<&'static TableDef>,
    describe: Describe,
    decode: fn(&mut RowReader<'_>) -> Result<R, BoxDynError>,
}

enum State<'e> {
    /// The types of the columns are not checked yet.
    First(Steps<'e>),
    Next(Steps<'e>),
    Failed(Error),
    Done,
}

impl<R> fmt::Debug for Rows<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rows").finish_non_exhaustive()
    }
}

impl<R> Stream for Rows<'_, R> {
    type Item = Result<R>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let (steps, first) = match &mut self.state {
                State::First(steps) => (steps, true),
                State::Next(steps) => (steps, false),
                State::Done => return Poll::Ready(None),
                State::Failed(_) => {
                    return match std::mem::replace(&mut self.state, State::Done) {
                        State::Failed(error) => Poll::Ready(Some(Err(error))),
                        _ => Poll::Ready(None),
                    };
                }
            };
            match ready!(steps.as_mut().poll_next(context)) {
                Some(Ok(Either::Left(_))) => {}
                Some(Ok(Either::Right(row))) => {
                    if first {
                        if let Err(error) = ColumnList::check(&row, self.describe) {
                            self.state = State::Done;
                            return Poll::Ready(Some(Err(error)));
                        }
                        if let State::First(steps) = std::mem::replace(&mut self.state, State::Done)
                        {
                            self.state = State::Next(steps);
                        }
                    }
                    return Poll::Ready(Some(read(&row, self.describe, self.decode)));
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
