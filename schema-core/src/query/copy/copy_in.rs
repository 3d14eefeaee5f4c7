//! `copy … from stdin`: rows into a table.

use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::ops::DerefMut;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};

use futures_core::Stream;
use futures_core::future::BoxFuture;
use schema_macros::hide_bounds;
use sqlx::PgConnection;
use sqlx::error::BoxDynError;
use sqlx::postgres::PgCopyIn;

use crate::def::TableDef;
use crate::error::{Error, InRow, Result, Subject};
use crate::exec::Statement;
use crate::query::OneConnection;
use crate::query::insert::InsertRow;
use crate::sql::{Arguments, CopyRows, Fragment, Token};
use crate::table::{Binder, Source, SourceColumns, Table, Written};

/// The size at which the rows so far are sent.
const CHUNK: usize = 64 * 1024;

/// The methods that copy rows into a table.
#[hide_bounds]
pub trait CopyMethods: SourceColumns<Source: Written> {
    /// `copy … from stdin`: inserts the rows of an iterator. They are sent while the iterator runs, so their number does
    /// not matter.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String, #[column(default = 0)] visits: i32 }
    /// let copy = Patient.copy_in(["Ana", "Lee"].map(|name| NewPatient { name: name.into() }));
    /// assert_eq!(copy.to_sql(), r#"copy "patients" ("name") from stdin (format binary)"#);
    /// # let _ = async |pool: &sqlx::PgPool| -> schema_core::Result<()> {
    /// let copied: u64 = copy.execute(pool).await?;
    /// # Ok(())
    /// # };
    /// ```
    fn copy_in<V: InsertRow<Self::Source, Row = X>, X, R: IntoIterator<Item = V>>(
        self,
        rows: R,
    ) -> CopyIn<Self::Source, V, Items<R::IntoIter>, X> {
        self.copy_in_stream(Items(rows.into_iter()))
    }

    /// `copy … from stdin`: inserts the rows of a stream. An error of the stream ends the statement, and no row is
    /// inserted.
    fn copy_in_stream<V: InsertRow<Self::Source, Row = X>, X, R: Stream<Item = Result<V>>>(
        self,
        rows: R,
    ) -> CopyIn<Self::Source, V, R, X> {
        CopyIn {
            rows,
            into_row: V::into_row,
            table: PhantomData,
        }
    }
}

impl<T: SourceColumns<Source: Written>> CopyMethods for T {}

/// An iterator as a stream that is always ready.
#[derive(Debug)]
pub struct Items<I>(I);

// The iterator is not pinned.
impl<I> Unpin for Items<I> {}

impl<I: Iterator> Stream for Items<I> {
    type Item = Result<I::Item>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.next().map(Ok))
    }
}

/// `copy table from stdin`: rows of type `V` from the stream `R`. [`CopyMethods::copy_in`] returns it. `X` is `V` itself, and
/// unknown to the compiler if `V` is not a row of the table, so that this is a single error.
///
/// The server inserts all rows or none. If the future of [`execute`](Self::execute) is dropped, it inserts none; a pool
/// then closes the connection, and on a connection of your own, the next statement fails with the error of the `copy`.
///
/// A field has the type of its column: `copy` converts nothing, unlike `insert`. An error names the table, the column if
/// it is about one, and the row: [`Error::copied_row`].
#[must_use = "nothing is sent until `execute` is awaited"]
pub struct CopyIn<T, V, R, X = V> {
    rows: R,
    into_row: fn(V) -> X,
    table: PhantomData<fn() -> T>,
}

impl<T, V, R, X> fmt::Debug for CopyIn<T, V, R, X> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CopyIn")
    }
}

impl<T: Table, V, R, X: InsertRow<T>> Fragment for CopyIn<T, V, R, X> {
    const TOKENS: &'static [Token] = &[
        Token::Text("copy "),
        Token::Sub(<T as Source>::REFERENCE),
        Token::Text(" ("),
        Token::Names(&[], X::COLUMNS),
        Token::Text(") from stdin (format binary)"),
    ];

    fn bind(&self, _arguments: &mut Arguments) -> std::result::Result<(), BoxDynError> {
        Ok(())
    }
}

impl<T: Table, V, R, X> Statement for CopyIn<T, V, R, X> {
    const TABLE: Option<&'static TableDef> = Some(T::DEF);
}

#[hide_bounds]
impl<T: Table, V, R: Stream<Item = Result<V>>, X: InsertRow<T>> CopyIn<T, V, R, X> {
    /// Sends the rows, and returns their number.
    ///
    /// # Errors
    /// [`Error`] if a row cannot be encoded or the server rejects one, and the errors of the stream. No row is inserted
    /// then.
    pub fn execute<'c, C: OneConnection<'c> + 'c>(self, connection: C) -> BoxFuture<'c, Result<u64>>
    where
        T: 'c,
        V: 'c,
        X: 'c,
        R: Send + 'c,
    {
        Box::pin(async move {
            if X::COLUMNS.is_empty() {
                return Err(Error::Invalid {
                    message: "`copy` needs a column, and these rows have none; use `insert_many`"
                        .into(),
                });
            }
            let (sql, _) = Self::statement().into_sqlx()?;
            let subject = Subject::new(Some(T::DEF), Some(&sql));
            let mut connection = connection.one().await?;
            let elements = element_types::<T>(X::COLUMNS, &mut connection).await?;
            let mut copy = connection
                .copy_in_raw(sql.as_str())
                .await
                .map_err(|error| subject.error(error))?;
            let sent =
                send::<T, V, X, _>(self.rows, self.into_row, CopyRows::new(elements), &mut copy);
            match sent.await {
                Ok(()) => copy.finish().await.map_err(|error| subject.error(error)),
                Err(Failure::Ours(error)) => {
                    // The error of the row is the one to report; a lost connection is found by its next use.
                    drop(copy.abort(error.to_string()).await);
                    Err(error)
                }
                // The server may have said more about it than that it closed the connection.
                Err(Failure::Server(error)) => match copy.finish().await {
                    Err(first) => Err(subject.error(first)),
                    Ok(_) => Err(subject.error(error)),
                },
            }
        })
    }

    /// The statement without its rows.
    const fn statement() -> CopyIn<T, X, (), X> {
        CopyIn {
            rows: (),
            into_row: std::convert::identity,
            table: PhantomData,
        }
    }
}

enum Failure {
    /// A row could not be had or encoded.
    Ours(Error),
    Server(sqlx::Error),
}

async fn send<T: Table, V, X: InsertRow<T>, C: DerefMut<Target = PgConnection>>(
    rows: impl Stream<Item = Result<V>>,
    into_row: fn(V) -> X,
    mut copied: CopyRows,
    copy: &mut PgCopyIn<C>,
) -> std::result::Result<(), Failure> {
    let mut rows = pin!(rows);
    let mut number = 0;
    loop {
        // The row is encoded at once, so that no row is kept while bytes are sent.
        let encoded = poll_fn(|context| {
            let row = rows.as_mut().poll_next(context);
            row.map(|row| {
                row.map(|row| {
                    number += 1;
                    encode::<T, X>(row.map(into_row), number, &mut copied)
                })
            })
        });
        let Some(encoded) = encoded.await else {
            break;
        };
        encoded.map_err(Failure::Ours)?;
        if copied.pending() >= CHUNK {
            copy.send(&copied.take()[..])
                .await
                .map_err(Failure::Server)?;
        }
    }
    copied.end();
    copy.send(&copied.take()[..])
        .await
        .map_err(Failure::Server)?;
    Ok(())
}

fn encode<T: Table, X: InsertRow<T>>(
    row: Result<X>,
    number: u64,
    copied: &mut CopyRows,
) -> Result<()> {
    let row = row?;
    copied
        .begin(X::COLUMNS.len())
        .and_then(|()| X::bind(std::iter::once(&row), &mut Binder::copy(copied)))
        .map_err(|source| in_row(number, source))
}

/// Adds the number of the row to the error of one of its values.
fn in_row(number: u64, source: BoxDynError) -> Error {
    match Error::encode(source) {
        Error::Encode {
            table,
            column,
            source,
        } => Error::Encode {
            table,
            column,
            source: Box::new(InRow { number, source }),
        },
        other => other,
    }
}

/// Looks up the object ids of the element types of those columns that are arrays of enums or of types of an extension. An
/// array contains that of its elements, which differs between databases.
async fn element_types<T: Table>(
    columns: &[&str],
    connection: &mut PgConnection,
) -> Result<Vec<Option<u32>>> {
    let is_named_array = |name: &&str| {
        T::DEF
            .column(name)
            .is_some_and(|column| column.data_type.array && column.data_type.oid.is_none())
    };
    if !columns.iter().any(is_named_array) {
        return Ok(Vec::new());
    }
    let name = T::DEF.name;
    let name = match name.schema {
        Some(schema) => format!("\"{schema}\".\"{}\"", name.name),
        None => format!("\"{}\"", name.name),
    };
    let found: Vec<(String, i64)> = sqlx::query_as(ELEMENT_TYPES)
        .bind(name)
        .fetch_all(connection)
        .await?;
    let element = |name: &&str| {
        let (_, oid) = found.iter().find(|(column, _)| column == name)?;
        u32::try_from(*oid).ok()
    };
    Ok(columns
        .iter()
        .map(|name| element(name).filter(|_| is_named_array(name)))
        .collect())
}

const ELEMENT_TYPES: &str = "select attname::text, typelem::bigint \
    from pg_catalog.pg_attribute join pg_catalog.pg_type on pg_type.oid = atttypid \
    where attrelid = $1::text::regclass and attnum > 0";
