//! `copy … to stdout`: rows out of a query.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use futures_core::stream::BoxStream;
use schema_macros::hide_bounds;
use sqlx::{Executor as _, PgConnection, SqlStr, Statement as _};

use crate::error::{Error, Result, Subject};
use crate::exec::{Query, Statement};
use crate::row::{ColumnList, RowDecoder, RowReader, Values, push_values};
use crate::sql::SIGNATURE;

/// A format of `copy` that other programs read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum CopyFormat {
    /// The server's own: columns are separated by tabs, and `\\N` is NULL.
    Text,
    /// Comma-separated values.
    Csv,
    /// Comma-separated values, after a line with the names of the columns.
    CsvWithHeader,
}

impl CopyFormat {
    const fn options(self) -> &'static str {
        match self {
            Self::Text => "format text",
            Self::Csv => "format csv",
            Self::CsvWithHeader => "format csv, header",
        }
    }
}

/// The methods that copy the rows of a query.
///
/// The statement of a `copy` has no parameters, so the query must not contain values. For one that does, use
/// [`fetch`](crate::exec::Fetch::fetch), which returns the same rows, also one by one and in binary format.
///
/// A stream that is dropped before its end leaves the rest of the rows on the connection, which cannot be used any more: a
/// pool closes it when it is returned.
#[hide_bounds]
pub trait CopyOutMethods: Statement {
    /// `copy (query) to stdout (format binary)`: a stream of the rows. It reads as fast as it is polled.
    ///
    /// ```
    /// # use futures_util::TryStreamExt as _;
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// # let _ = async |connection: &mut sqlx::PgConnection| -> schema_core::Result<()> {
    /// let names: Vec<String> =
    ///     Patient.select().columns(Patient.name).copy_out(connection).await?.try_collect().await?;
    /// # Ok(())
    /// # };
    /// ```
    ///
    /// # Errors
    /// [`Error::Invalid`] if the query contains values. Another [`Error`] if the server rejects it, or if a column has
    /// another type than in the schema. The stream returns an error if a row cannot be decoded.
    fn copy_out<'c, D>(
        self,
        connection: &'c mut PgConnection,
    ) -> impl Future<Output = Result<CopiedRows<'c, D>>> + Send
    where
        D: RowDecoder,
        Self: Query<Decoder = D> + Send,
        D: 'c,
    {
        let decoder = self.decoder();
        let query = without_values(self);
        async move {
            let query = query?;
            let subject = Subject::new(Self::TABLE, Some(&query));
            let sql = format!("copy ({}) to stdout (format binary)", query.as_str());
            // `copy` does not tell the types of the columns.
            let statement = (&mut *connection).prepare(query).await;
            let statement = statement.map_err(|error| subject.error(error))?;
            ColumnList::check_columns(statement.columns(), decoder.describe())?;
            let bytes = connection.copy_out_raw(&sql).await;
            Ok(CopiedRows {
                bytes: copied(bytes.map_err(|error| subject.error(error))?),
                subject,
                decoder,
                buffer: Vec::new(),
                read: 0,
                state: State::Header,
            })
        }
    }

    /// `copy (query) to stdout`: a stream of pieces of text, for a file or a response.
    ///
    /// ```
    /// # use futures_util::TryStreamExt as _;
    /// # use schema_core::prelude::*;
    /// # use schema_core::query::copy::CopyFormat;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// # let _ = async |connection: &mut sqlx::PgConnection| -> schema_core::Result<()> {
    /// let mut csv = Patient.select().copy_out_as(CopyFormat::CsvWithHeader, connection).await?;
    /// while let Some(bytes) = csv.try_next().await? {
    ///     assert!(!bytes.is_empty());
    /// }
    /// # Ok(())
    /// # };
    /// ```
    ///
    /// # Errors
    /// [`Error::Invalid`] if the query contains values. Another [`Error`] if the server rejects it.
    fn copy_out_as(
        self,
        format: CopyFormat,
        connection: &mut PgConnection,
    ) -> impl Future<Output = Result<CopiedBytes<'_>>> + Send
    where
        Self: Query + Send,
    {
        let query = without_values(self);
        async move {
            let query = query?;
            let subject = Subject::new(Self::TABLE, Some(&query));
            let sql = format!("copy ({}) to stdout ({})", query.as_str(), format.options());
            let bytes = connection.copy_out_raw(&sql).await;
            Ok(CopiedBytes {
                bytes: copied(bytes.map_err(|error| subject.error(error))?),
                subject,
            })
        }
    }
}

impl<Q: Statement> CopyOutMethods for Q {}

/// Returns the text of a query, or an error if it has parameters.
fn without_values<Q: Query>(query: Q) -> Result<SqlStr> {
    let (sql, arguments) = query.into_sqlx()?;
    match sqlx::Arguments::len(&arguments) {
        0 => Ok(sql),
        count => Err(Error::Invalid {
            message: format!(
                "`copy` has no parameters, and the query contains {count} values; read it by `fetch`"
            )
            .into(),
        }),
    }
}

type Chunks<'c> = BoxStream<'c, sqlx::Result<Vec<u8>>>;

/// A stream of the server's messages.
fn copied<'c, B: AsRef<[u8]> + 'c>(bytes: BoxStream<'c, sqlx::Result<B>>) -> Chunks<'c> {
    Box::pin(Copied(bytes))
}

/// Names no type of a crate that this one does not depend on.
struct Copied<'c, B>(BoxStream<'c, sqlx::Result<B>>);

impl<B: AsRef<[u8]>> Stream for Copied<'_, B> {
    type Item = sqlx::Result<Vec<u8>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let bytes = ready!(self.0.as_mut().poll_next(context));
        Poll::Ready(bytes.map(|bytes| bytes.map(|bytes| bytes.as_ref().to_vec())))
    }
}

/// Pieces of the text of a `copy`: a [`Stream`]. [`CopyOutMethods::copy_out_as`] returns it.
#[must_use = "a stream does nothing unless it is read"]
pub struct CopiedBytes<'c> {
    bytes: Chunks<'c>,
    subject: Subject,
}

impl Stream for CopiedBytes<'_> {
    type Item = Result<Vec<u8>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let bytes = ready!(self.bytes.as_mut().poll_next(context));
        Poll::Ready(bytes.map(|bytes| bytes.map_err(|error| self.subject.error(error))))
    }
}

impl fmt::Debug for CopiedBytes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CopiedBytes")
    }
}

/// The rows of a `copy`: a [`Stream`]. [`CopyOutMethods::copy_out`] returns it.
#[must_use = "a stream does nothing unless it is read"]
pub struct CopiedRows<'c, D> {
    bytes: Chunks<'c>,
    subject: Subject,
    decoder: D,
    /// The bytes that the server has sent, of which `read` are decoded.
    buffer: Vec<u8>,
    read: usize,
    state: State,
}

#[derive(Clone, Copy)]
enum State {
    Header,
    Rows,
    /// After the last row: the rest of the answer is still to be read.
    Ended,
    Done,
}

impl<D> fmt::Debug for CopiedRows<'_, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CopiedRows")
    }
}

impl<D: RowDecoder> Stream for CopiedRows<'_, D> {
    type Item = Result<D::Row>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            if let Some(row) = this.decode().transpose() {
                if row.is_err() {
                    this.state = State::Done;
                }
                return Poll::Ready(Some(row));
            }
            if matches!(this.state, State::Done) {
                return Poll::Ready(None);
            }
            match ready!(this.bytes.as_mut().poll_next(context)) {
                Some(Ok(bytes)) => {
                    this.buffer.drain(..this.read);
                    this.read = 0;
                    this.buffer.extend_from_slice(&bytes);
                }
                Some(Err(error)) => {
                    this.state = State::Done;
                    return Poll::Ready(Some(Err(this.subject.error(error))));
                }
                None => {
                    let ended = matches!(this.state, State::Ended);
                    this.state = State::Done;
                    return Poll::Ready(if ended {
                        this.decoder.finish().map(Ok)
                    } else {
                        Some(Err(not_binary()))
                    });
                }
            }
        }
    }
}

impl<D: RowDecoder> CopiedRows<'_, D> {
    /// Decodes the next row of the buffer. `None` if it is not complete.
    fn decode(&mut self) -> Result<Option<D::Row>> {
        loop {
            let mut rest = &self.buffer[self.read..];
            match self.state {
                State::Header => {
                    let Some(()) = take_header(&mut rest)? else {
                        return Ok(None);
                    };
                    self.state = State::Rows;
                }
                State::Rows => match take_row(&mut rest)? {
                    Taken::Incomplete => return Ok(None),
                    Taken::End => self.state = State::Ended,
                    Taken::Row(values) => {
                        self.read = self.buffer.len() - rest.len();
                        let row = push_values(&mut self.decoder, RowReader::of_values(&values))?;
                        if row.is_some() {
                            return Ok(row);
                        }
                        continue;
                    }
                },
                State::Ended | State::Done => return Ok(None),
            }
            self.read = self.buffer.len() - rest.len();
        }
    }
}

/// Removes the header: the signature, the flags, and an extension.
fn take_header(bytes: &mut &[u8]) -> Result<Option<()>> {
    const FLAGS: usize = 4;
    let Some((header, rest)) = bytes.split_at_checked(SIGNATURE.len() + FLAGS) else {
        return Ok(None);
    };
    if !header.starts_with(SIGNATURE) {
        return Err(not_binary());
    }
    let Some((length, rest)) = rest.split_first_chunk() else {
        return Ok(None);
    };
    let length = usize::try_from(i32::from_be_bytes(*length)).map_err(|_| not_binary())?;
    Ok(rest.split_at_checked(length).map(|(_, rest)| *bytes = rest))
}

enum Taken<'b> {
    Incomplete,
    End,
    Row(Values<'b>),
}

/// Removes a row.
fn take_row<'b>(bytes: &mut &'b [u8]) -> Result<Taken<'b>> {
    let Some((count, mut rest)) = bytes.split_first_chunk() else {
        return Ok(Taken::Incomplete);
    };
    let count = i16::from_be_bytes(*count);
    if count == -1 {
        *bytes = rest;
        return Ok(Taken::End);
    }
    let count = usize::try_from(count).map_err(|_| not_binary())?;
    let mut values = Vec::with_capacity(count);
    for _ in 0..count {
        let Some((length, after)) = rest.split_first_chunk() else {
            return Ok(Taken::Incomplete);
        };
        rest = after;
        let length = i32::from_be_bytes(*length);
        if length == -1 {
            values.push(None);
            continue;
        }
        let length = usize::try_from(length).map_err(|_| not_binary())?;
        let Some((value, after)) = rest.split_at_checked(length) else {
            return Ok(Taken::Incomplete);
        };
        rest = after;
        values.push(Some(value));
    }
    *bytes = rest;
    Ok(Taken::Row(Values(values)))
}

/// An answer that is not in the binary format of `copy`.
#[derive(Debug, thiserror::Error)]
#[error("the answer is not in the binary format of `copy`")]
struct NotBinary;

fn not_binary() -> Error {
    Error::Decode {
        table: None,
        column: None,
        position: 0,
        source: Box::new(NotBinary),
    }
}
