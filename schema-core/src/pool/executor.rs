//! Running statements, ours and sqlx's, on a pool, a connection of it, or a transaction.

use std::borrow::BorrowMut;
use std::future::poll_fn;
use std::pin::Pin;

use async_stream::try_stream;
use futures_core::Stream as _;
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::postgres::{PgRow, PgStatement, PgTypeInfo};
use sqlx::{Execute, Executor, Postgres, Result, SqlSafeStr as _, SqlStr};
use sqlx_core::describe::Describe;

use super::slot::{Slot, Step, Steps};
use super::statement::Sent;
use super::{Pool, PoolConnection, Transaction};

// `ready` is a function of the future, so that the future exists only once, where it is awaited. Together with what it
// awaits, each of these futures is small enough for the allocator's fast path.

/// Runs a statement for its steps, alone or in the transaction of the connection. A statement that the server has
/// forgotten is prepared and sent once more, if that is possible.
fn fetch_many<'e, C, F>(
    ready: impl FnOnce() -> F + Send + 'e,
    statement: Result<Sent>,
) -> BoxStream<'e, Step>
where
    F: Future<Output = Result<C>> + Send + 'e,
    C: BorrowMut<PoolConnection> + Send + 'e,
{
    Box::pin(try_stream! {
        let mut statement = statement?;
        let mut connection = ready().await?;
        let slot = connection.borrow_mut().slot()?;
        let around = Around::begin(slot, &statement).await?;
        let mut again = around.copy(&statement);
        loop {
            let mut failure = None;
            {
                let mut steps = slot.fetch_many(statement);
                while let Some(step) = next(&mut steps).await {
                    match step {
                        Ok(step) => {
                            again = None;
                            yield step;
                        }
                        Err(error) => {
                            failure = Some(error);
                            break;
                        }
                    }
                }
            }
            match (failure, again.take()) {
                (Some(_), Some(copy)) if slot.state.stale => {
                    around.recover(slot).await?;
                    statement = copy;
                }
                (Some(error), _) => {
                    around.abandon(slot).await;
                    Err(error)?;
                    return;
                }
                (None, _) => break,
            }
        }
        around.end(slot).await?;
    })
}

/// Runs a statement for its first row, as above.
fn fetch_optional<'e, C, F>(
    ready: impl FnOnce() -> F + Send + 'e,
    statement: Result<Sent>,
) -> BoxFuture<'e, Result<Option<PgRow>>>
where
    F: Future<Output = Result<C>> + Send + 'e,
    C: BorrowMut<PoolConnection> + Send + 'e,
{
    Box::pin(async move {
        let statement = statement?;
        let mut connection = ready().await?;
        let slot = connection.borrow_mut().slot()?;
        let around = Around::begin(slot, &statement).await?;
        let again = around.copy(&statement);
        let mut row = slot.fetch_optional(statement).await;
        slot.state.ended(row.as_ref().err());
        if let (Err(_), true, Some(copy)) = (&row, slot.state.stale, again) {
            around.recover(slot).await?;
            row = slot.fetch_optional(copy).await;
            slot.state.ended(row.as_ref().err());
        }
        match &row {
            Ok(_) => around.end(slot).await?,
            Err(_) => around.abandon(slot).await,
        }
        row
    })
}

async fn next(steps: &mut Steps<'_>) -> Option<Step> {
    poll_fn(|context| Pin::new(&mut *steps).poll_next(context)).await
}

/// The transaction or savepoint around a running statement.
enum Around {
    /// Nothing: it is outside of a transaction.
    Nothing,
    /// A transaction of its own, so that a pooler sends all of its messages to one server process.
    Transaction { text: u64 },
    /// A savepoint in a transaction, because the first use of an unnamed statement may fail (see [`Slot::is_known`]).
    Savepoint { text: u64, failed: bool },
    /// A transaction, in which it cannot be sent again.
    Outer,
}

impl Around {
    async fn begin(slot: &mut Slot, statement: &Sent) -> Result<Self> {
        let unnamed = !slot.shared.named() && statement.arguments.is_some();
        if slot.state.in_transaction {
            if !unnamed {
                return Ok(Self::Outer);
            }
            let text = statement.hash();
            if slot.is_known(text) {
                return Ok(Self::Outer);
            }
            slot.run("savepoint schema_statement").await?;
            let failed = slot.state.transaction.failed;
            return Ok(Self::Savepoint { text, failed });
        }
        // If the program began a transaction by text, the pool must not end it.
        if slot.state.unknown {
            return Ok(Self::Outer);
        }
        if !unnamed {
            return Ok(Self::Nothing);
        }
        slot.begin("begin".into_sql_str()).await?;
        let text = statement.hash();
        Ok(Self::Transaction { text })
    }

    /// Returns a copy of the statement, to send again.
    #[inline]
    fn copy(&self, statement: &Sent) -> Option<Sent> {
        match self {
            Self::Outer => None,
            Self::Nothing | Self::Transaction { .. } | Self::Savepoint { .. } => statement.again(),
        }
    }

    /// Prepares for the copy, after the server has forgotten the statement.
    async fn recover(&self, slot: &mut Slot) -> Result<()> {
        match *self {
            Self::Nothing | Self::Outer => return slot.forget_statements().await,
            Self::Transaction { .. } => {
                slot.rollback().await?;
                slot.begin("begin".into_sql_str()).await?;
            }
            Self::Savepoint { failed, .. } => {
                slot.run("rollback to savepoint schema_statement").await?;
                slot.state.transaction.failed = failed;
                if !failed {
                    slot.state.transaction.cause = None;
                }
            }
        }
        slot.state.stale = false;
        Ok(())
    }

    async fn end(&self, slot: &mut Slot) -> Result<()> {
        match *self {
            Self::Nothing | Self::Outer => Ok(()),
            Self::Transaction { text } => {
                slot.know(text);
                slot.commit().await
            }
            Self::Savepoint { text, .. } => {
                slot.know(text);
                slot.run("release savepoint schema_statement").await
            }
        }
    }

    /// Ends after an error. A failure here means that the connection is lost, which its next use finds.
    async fn abandon(&self, slot: &mut Slot) {
        if let Self::Transaction { .. } = self {
            drop(slot.rollback().await);
        }
    }
}

/// Prepares a statement. The types are borrowed, for the reason in [`Sent::again`].
fn prepare<'e, C, F>(
    ready: impl FnOnce() -> F + Send + 'e,
    sql: SqlStr,
    parameters: &'e [PgTypeInfo],
) -> BoxFuture<'e, Result<PgStatement>>
where
    F: Future<Output = Result<C>> + Send + 'e,
    C: BorrowMut<PoolConnection> + Send + 'e,
{
    Box::pin(async move {
        let mut connection = ready().await?;
        let slot = connection.borrow_mut().slot()?;
        slot.state.busy = true;
        let statement = slot.connection.prepare_with(sql, parameters).await;
        slot.state.ended(statement.as_ref().err());
        statement
    })
}

/// Describes a statement, for sqlx's macros.
fn describe<'e, C, F>(
    ready: impl FnOnce() -> F + Send + 'e,
    sql: SqlStr,
) -> BoxFuture<'e, Result<Describe<Postgres>>>
where
    F: Future<Output = Result<C>> + Send + 'e,
    C: BorrowMut<PoolConnection> + Send + 'e,
{
    Box::pin(async move {
        let mut connection = ready().await?;
        let slot = connection.borrow_mut().slot()?;
        slot.state.busy = true;
        let description = slot.connection.describe(sql).await;
        slot.state.ended(description.as_ref().err());
        description
    })
}

/// Implements sqlx's `Executor`. `$ready` is a future of a connection that is ready for a statement.
macro_rules! executor {
    ($(impl [$($lifetimes:tt)*] $type:ty: |$this:ident| $named:expr, $ready:expr;)*) => {$(
        impl<'c, $($lifetimes)*> Executor<'c> for $type {
            type Database = Postgres;

            fn fetch_many<'e, 'q, E>(self, query: E) -> BoxStream<'e, Step>
            where
                'c: 'e,
                'q: 'e,
                E: 'q + Execute<'q, Postgres>,
            {
                let $this = self;
                let statement = Sent::new(query, $named);
                fetch_many(move || $ready, statement)
            }

            fn fetch_optional<'e, 'q, E>(self, query: E) -> BoxFuture<'e, Result<Option<PgRow>>>
            where
                'c: 'e,
                'q: 'e,
                E: 'q + Execute<'q, Postgres>,
            {
                let $this = self;
                let statement = Sent::new(query, $named);
                fetch_optional(move || $ready, statement)
            }

            fn prepare_with<'e>(
                self,
                sql: SqlStr,
                parameters: &'e [PgTypeInfo],
            ) -> BoxFuture<'e, Result<PgStatement>>
            where
                'c: 'e,
            {
                let $this = self;
                prepare(move || $ready, sql, parameters)
            }

            fn describe<'e>(self, sql: SqlStr) -> BoxFuture<'e, Result<Describe<Postgres>>>
            where
                'c: 'e,
            {
                let $this = self;
                describe(move || $ready, sql)
            }
        }
    )*};
}

executor! {
    impl [] &'c Pool: |pool| pool.is_named(), pool.take();
    impl [] &'c mut PoolConnection: |connection| connection.is_named(), connection.ready();
    impl ['t] &'c mut Transaction<'t>: |transaction| transaction.is_named(),
        transaction.connection().ready();
}
