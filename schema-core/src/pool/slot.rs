//! A connection in the pool: sqlx's connection, and what has happened on it.

use std::collections::HashSet;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Instant;

use futures_core::Stream;
use futures_core::future::BoxFuture;
use futures_core::stream::BoxStream;
use sqlx::postgres::{PgQueryResult, PgRow, PgTransactionManager};
use sqlx::{AssertSqlSafe, Connection as _, Either, Executor as _, PgConnection, Result, SqlStr};

use sqlx_core::transaction::TransactionManager as _;

use super::manager::Shared;
use super::state::{Progress, State, may_begin};
use super::statement::Sent;

/// Pings before a connection is given up: each one reads the error of at most one statement.
const MOST_PINGS: usize = 8;

/// Texts that a connection remembers.
const MOST_KNOWN: usize = 1000;

pub(super) type Step = Result<Either<PgQueryResult, PgRow>>;

/// A connection, and what the pool knows about it.
pub(crate) struct Slot {
    pub(super) connection: PgConnection,
    pub(super) state: State,
    pub(super) shared: Arc<Shared>,
    /// When the pool closes it.
    pub(super) expires: Option<Instant>,
    pub(super) idle_since: Instant,
    /// See [`is_known`](Self::is_known).
    pub(super) known: HashSet<u64>,
}

impl Slot {
    /// Runs a statement and returns its first row. The caller then calls [`State::ended`].
    pub(super) fn fetch_optional(
        &mut self,
        statement: Sent,
    ) -> BoxFuture<'_, Result<Option<PgRow>>> {
        self.begin_statement(&statement);
        self.connection.fetch_optional(statement)
    }

    /// Runs a statement and returns its steps.
    pub(super) fn fetch_many(&mut self, statement: Sent) -> Steps<'_> {
        self.begin_statement(&statement);
        Steps {
            steps: self.connection.fetch_many(statement),
            state: &mut self.state,
        }
    }

    /// Returns true if a statement with this text has run on the connection without a name.
    ///
    /// Between preparing a statement and running it, sqlx 0.9.0 asks the server for types that it does not know, such as
    /// enums and vectors. That makes the server forget the statement if it has no name. It works when it is sent again,
    /// because sqlx then knows the types.
    pub(super) fn is_known(&self, text: u64) -> bool {
        self.known.contains(&text)
    }

    pub(super) fn know(&mut self, text: u64) {
        if self.known.len() >= MOST_KNOWN {
            self.known.clear();
        }
        self.known.insert(text);
    }

    fn begin_statement(&mut self, statement: &Sent) {
        self.state.busy = true;
        if may_begin(statement.sql.as_str(), statement.arguments.is_none()) {
            self.state.unknown = true;
        }
    }

    /// Runs a text without parameters, and discards its rows.
    pub(super) async fn run(&mut self, sql: impl Into<Text>) -> Result<()> {
        self.state.busy = true;
        let done = self.connection.execute(sql.into().0).await.map(drop);
        self.state.ended(done.as_ref().err());
        done
    }

    /// Begins a transaction. It is rolled back before the next statement, unless the caller [keeps](Self::keep) it.
    pub(super) async fn begin(&mut self, sql: SqlStr) -> Result<()> {
        // Before it is sent: if this future is dropped, the transaction must be rolled back.
        self.state.transaction = Progress {
            unwind: Some(0),
            ..Progress::default()
        };
        self.state.busy = true;
        self.state.in_transaction = true;
        // sqlx counts the transaction too, so that its `begin` on this connection sets a savepoint.
        let begun = PgTransactionManager::begin(&mut self.connection, Some(sql)).await;
        self.state.ended(begun.as_ref().err());
        if let Err(sqlx::Error::Database(_)) = begun {
            self.state.no_transaction();
        }
        begun
    }

    /// Leaves the transaction open for the next statements.
    pub(super) fn keep(&mut self) {
        self.state.transaction.unwind = None;
    }

    /// Commits the transaction. If the server reports an error, it was rolled back.
    pub(super) async fn commit(&mut self) -> Result<()> {
        self.state.busy = true;
        let committed = PgTransactionManager::commit(&mut self.connection).await;
        self.state.ended(committed.as_ref().err());
        match committed {
            Ok(()) => self.state.no_transaction(),
            // sqlx still counts the transaction, which the server has ended. This "rollback" corrects the count.
            Err(sqlx::Error::Database(_)) if !self.state.broken => self.rollback().await?,
            Err(_) => {}
        }
        committed
    }

    /// Rolls the transaction back.
    pub(super) async fn rollback(&mut self) -> Result<()> {
        self.state.busy = true;
        let mut done = Ok(());
        while done.is_ok() && PgTransactionManager::get_transaction_depth(&self.connection) > 0 {
            done = PgTransactionManager::rollback(&mut self.connection).await;
        }
        self.state.ended(done.as_ref().err());
        if done.is_ok() {
            self.state.no_transaction();
        }
        done
    }

    /// Rolls back whatever transaction is open, also one that nobody counted: `begin` was sent, and its future dropped.
    pub(super) async fn roll_back_all(&mut self) -> Result<()> {
        self.rollback().await?;
        // If this future is dropped here, it is done again.
        self.state.in_transaction = true;
        self.state.transaction.unwind = Some(0);
        self.end_unknown_transaction().await?;
        self.state.no_transaction();
        Ok(())
    }

    /// Reads the rest of a statement whose future was dropped, and its error.
    pub(super) async fn drain(&mut self) -> Result<()> {
        for _ in 0..MOST_PINGS {
            let ping = self.connection.ping().await;
            self.state.ended(ping.as_ref().err());
            match ping {
                Err(sqlx::Error::Database(_)) if !self.state.broken => {}
                result => return result,
            }
        }
        Err(sqlx::Error::WorkerCrashed)
    }

    /// Forgets all prepared statements, so that they are prepared again.
    pub(super) async fn forget_statements(&mut self) -> Result<()> {
        self.state.busy = true;
        let forgotten = self.connection.clear_cached_statements().await;
        self.state.ended(forgotten.as_ref().err());
        self.state.stale &= forgotten.is_err();
        forgotten
    }

    /// Makes the connection ready for another user.
    pub(super) async fn clean_up(&mut self) -> Result<()> {
        if self.state.busy {
            self.drain().await?;
        }
        if self.state.in_transaction || self.state.unknown {
            self.roll_back_all().await?;
            self.state.unknown = false;
        }
        if self.state.handed_out {
            self.check_answers().await?;
            self.state.handed_out = false;
        }
        if self.state.stale {
            self.forget_statements().await?;
        }
        self.state.transaction = Progress::default();
        Ok(())
    }

    /// Checks that the next answer of the server is that of the next statement.
    ///
    /// sqlx 0.9.0 does not read the end of a `copy` that the server rejects, and takes it for the answer of the statement
    /// after it. Such a connection is closed.
    async fn check_answers(&mut self) -> Result<()> {
        self.state.busy = true;
        let row = self.connection.fetch_optional("select 1").await;
        self.state.ended(row.as_ref().err());
        match row {
            Ok(None) => Err(sqlx::Error::WorkerCrashed),
            row => row.map(drop),
        }
    }

    /// Rolls back a transaction that nobody counted, if there is one.
    async fn end_unknown_transaction(&mut self) -> Result<()> {
        // A "rollback" alone makes the server log a warning if there is no transaction.
        match self.run("begin; rollback").await {
            // In a transaction that has failed, "begin" is an error, and the rest of the text is not run.
            Err(sqlx::Error::Database(_)) if !self.state.broken => self.run("rollback").await,
            done => done,
        }
    }
}

/// A text to run: a constant, or one made of numbers.
pub(super) struct Text(SqlStr);

impl From<&'static str> for Text {
    fn from(sql: &'static str) -> Self {
        Self(sqlx::SqlSafeStr::into_sql_str(sql))
    }
}

impl From<String> for Text {
    fn from(sql: String) -> Self {
        Self(sqlx::SqlSafeStr::into_sql_str(AssertSqlSafe(sql)))
    }
}

/// The steps of a statement. If it is dropped before the last one, the connection stays busy.
pub(super) struct Steps<'s> {
    steps: BoxStream<'s, Step>,
    state: &'s mut State,
}

impl Stream for Steps<'_> {
    type Item = Step;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Step>> {
        let step = ready!(self.steps.as_mut().poll_next(context));
        match &step {
            Some(Ok(_)) => {}
            Some(Err(error)) => self.state.ended(Some(error)),
            None => self.state.ended(None),
        }
        Poll::Ready(step)
    }
}
