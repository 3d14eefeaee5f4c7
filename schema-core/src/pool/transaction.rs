//! Transactions.
//!
//! <https://www.postgresql.org/docs/current/sql-begin.html>

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use sqlx::{AssertSqlSafe, PgConnection, SqlSafeStr as _, SqlStr};

use super::PoolConnection;
use crate::error::{Cause, Error, Result};

/// Which changes of other transactions a transaction sees.
///
/// <https://www.postgresql.org/docs/current/transaction-iso.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Isolation {
    /// Each statement sees what was committed before it began.
    ReadCommitted,
    /// All statements see what was committed before the first one. A conflicting update is a serialization failure.
    RepeatableRead,
    /// The result is as if the transactions had run one after another. A conflict is a serialization failure.
    Serializable,
}

/// How a transaction begins, and how often it is tried.
///
/// ```
/// use schema_core::pool::{Isolation, TransactionOptions};
///
/// let options = TransactionOptions::new().isolation(Isolation::Serializable).read_only().deferrable();
/// assert_eq!(options.to_sql().as_str(), "begin isolation level serializable read only deferrable");
/// ```
#[derive(Debug, Clone)]
#[must_use = "the options do nothing until they are passed to `begin_with` or `transaction_with`"]
pub struct TransactionOptions {
    isolation: Option<Isolation>,
    read_only: bool,
    deferrable: bool,
    pub(super) retries: u32,
    pub(super) longest_pause: Duration,
}

impl TransactionOptions {
    /// Returns the default options: the server's isolation level, usually read committed, and 3 retries.
    pub fn new() -> Self {
        Self {
            isolation: None,
            read_only: false,
            deferrable: false,
            retries: 3,
            longest_pause: Duration::from_secs(1),
        }
    }

    /// Sets the isolation level.
    pub fn isolation(mut self, isolation: Isolation) -> Self {
        self.isolation = Some(isolation);
        self
    }

    /// Makes changes of tables an error.
    pub fn read_only(mut self) -> Self {
        self.read_only = true;
        self
    }

    /// Waits at the beginning, so that the transaction can neither fail because of others nor make them fail. It has an
    /// effect only if the transaction is serializable and read only.
    pub fn deferrable(mut self) -> Self {
        self.deferrable = true;
        self
    }

    /// Sets how often [`transaction_with`](super::Pool::transaction_with) tries again after a serialization failure or a
    /// deadlock: 3 times by default.
    pub fn retries(mut self, retries: u32) -> Self {
        self.retries = retries;
        self
    }

    /// Sets the longest pause before a retry: 1 second by default. The first one is at most 10 milliseconds, and each
    /// further one at most twice as long. Each pause is chosen at random up to that.
    pub fn longest_pause(mut self, pause: Duration) -> Self {
        self.longest_pause = pause;
        self
    }

    /// Returns the statement that begins the transaction.
    pub fn to_sql(&self) -> SqlStr {
        let isolation = match self.isolation {
            None => "",
            Some(Isolation::ReadCommitted) => " isolation level read committed",
            Some(Isolation::RepeatableRead) => " isolation level repeatable read",
            Some(Isolation::Serializable) => " isolation level serializable",
        };
        let read_only = if self.read_only { " read only" } else { "" };
        let deferrable = if self.deferrable { " deferrable" } else { "" };
        if isolation.is_empty() && read_only.is_empty() && deferrable.is_empty() {
            return "begin".into_sql_str();
        }
        AssertSqlSafe(format!("begin{isolation}{read_only}{deferrable}")).into_sql_str()
    }
}

impl Default for TransactionOptions {
    fn default() -> Self {
        Self::new()
    }
}

/// A transaction. [`Pool::begin`](super::Pool::begin) begins one, and [`commit`](Self::commit) ends it. Dropping it rolls
/// it back.
///
/// `&mut transaction` runs statements:
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, name: String }
/// # async fn run(pool: schema_core::Pool) -> schema_core::Result<()> {
/// let mut transaction = pool.begin().await?;
/// let patient = Patient.find(7).fetch_one(&mut transaction).await?;
/// Patient.update().set(Patient.name, "Ana").filter(Patient.id.eq(7)).execute(&mut transaction).await?;
/// transaction.commit().await?;
/// # Ok(())
/// # }
/// ```
///
/// Any of its futures can be dropped at any await: the transaction is rolled back, unless the server has already
/// committed it.
pub struct Transaction<'t> {
    connection: Held<'t>,
    /// The number of the savepoint of a nested transaction; 0 is the outermost one.
    savepoint: u32,
    ended: bool,
    /// Receives the connection when the transaction is dropped, so that [`Pool::transaction`](super::Pool::transaction)
    /// can commit.
    lender: Option<Arc<Lender>>,
}

/// A slot to which a dropped transaction returns its connection.
pub(super) type Lender = Mutex<Returned>;

/// The transaction after the function of [`Pool::transaction`](super::Pool::transaction) has returned.
#[derive(Default)]
pub(super) enum Returned {
    /// Nothing yet.
    #[default]
    Nothing,
    /// The transaction, neither committed nor rolled back.
    Open(PoolConnection),
    /// The function ended the transaction itself.
    Ended,
}

/// The connection of a transaction: its own, or that of the transaction around it.
enum Held<'t> {
    Owned(PoolConnection),
    Borrowed(&'t mut PoolConnection),
}

impl Deref for Held<'_> {
    type Target = PoolConnection;

    fn deref(&self) -> &PoolConnection {
        match self {
            Self::Owned(connection) => connection,
            Self::Borrowed(connection) => connection,
        }
    }
}

impl DerefMut for Held<'_> {
    fn deref_mut(&mut self) -> &mut PoolConnection {
        match self {
            Self::Owned(connection) => connection,
            Self::Borrowed(connection) => connection,
        }
    }
}

impl Transaction<'static> {
    pub(super) fn owned(connection: PoolConnection) -> Self {
        Self {
            connection: Held::Owned(connection),
            savepoint: 0,
            ended: false,
            lender: None,
        }
    }

    /// Gives the connection to `lender` on drop.
    pub(super) fn lent_by(mut self, lender: &Arc<Lender>) -> Self {
        self.lender = Some(Arc::clone(lender));
        self
    }
}

impl<'t> Transaction<'t> {
    pub(super) fn borrowed(connection: &'t mut PoolConnection, savepoint: u32) -> Self {
        Self {
            connection: Held::Borrowed(connection),
            savepoint,
            ended: false,
            lender: None,
        }
    }

    /// Begins a nested transaction: a savepoint. Dropping the nested one rolls back what it did, and no more.
    ///
    /// <https://www.postgresql.org/docs/current/sql-savepoint.html>
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64 }
    /// # async fn run(pool: schema_core::Pool) -> schema_core::Result<()> {
    /// let mut transaction = pool.begin().await?;
    /// let mut nested = transaction.begin().await?;
    /// let inserted = Patient.insert(NewPatient { id: 7 }).execute(&mut nested).await;
    /// match inserted {
    ///     Err(error) if error.is_unique_violation() => nested.rollback().await?,
    ///     inserted => {
    ///         inserted?;
    ///         nested.commit().await?;
    ///     }
    /// }
    /// transaction.commit().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Error`] if a statement of this transaction has failed.
    pub async fn begin(&mut self) -> Result<Transaction<'_>> {
        let savepoint = self.savepoint + 1;
        self.connection.settle().await.map_err(Error::from)?;
        let mut nested = Transaction::borrowed(&mut self.connection, savepoint);
        // Dropping `nested` rolls back to the savepoint. If this future is dropped, the savepoint has been sent: the
        // connection first sends what it has to.
        let sql = format!("savepoint schema_{savepoint}");
        let set = nested
            .connection
            .slot()
            .map_err(Error::from)?
            .run(sql)
            .await;
        if let Err(error) = set {
            // There is no savepoint to roll back to.
            nested.ended = true;
            return Err(error.into());
        }
        Ok(nested)
    }

    /// Commits the transaction. A nested one becomes part of the one around it.
    ///
    /// # Errors
    /// - [`Error::Aborted`] if a statement of the transaction has failed. Nothing was committed.
    /// - [`Error::CommitUnknown`] if the connection was lost during the commit. It may have been committed.
    /// - [`Error::Constraint`], [`Error::Conflict`] or another error of the server, which rolled the transaction back.
    pub async fn commit(mut self) -> Result<()> {
        self.check().await?;
        let savepoint = self.savepoint;
        let slot = self.connection.slot().map_err(Error::from)?;
        if savepoint > 0 {
            // Before it is sent: if this future is dropped, it is sent all the same.
            self.ended = true;
            let released = slot
                .run(format!("release savepoint schema_{savepoint}"))
                .await;
            self.ended = released.is_ok();
            return released.map_err(Error::from);
        } else if let Err(error) = slot.commit().await {
            let refused = matches!(error, sqlx::Error::Database(_)) && !slot.state.broken;
            self.ended = refused;
            return Err(if refused {
                error.into()
            } else {
                Error::CommitUnknown(Cause::new(error, None))
            });
        }
        self.ended = true;
        Ok(())
    }

    /// Rolls the transaction back. Dropping it does the same in the background.
    ///
    /// # Errors
    /// [`Error::Connection`] if the connection was lost. The server then rolls back as well.
    pub async fn rollback(mut self) -> Result<()> {
        let savepoint = self.savepoint;
        let connection = &mut *self.connection;
        if savepoint > 0 {
            connection
                .slot()
                .map_err(Error::from)?
                .state
                .transaction
                .unwind = Some(savepoint);
            self.ended = true;
            return self.connection.settle().await.map_err(Error::from);
        }
        let slot = connection.slot().map_err(Error::from)?;
        if slot.state.busy {
            slot.drain().await.map_err(Error::from)?;
        }
        slot.rollback().await.map_err(Error::from)?;
        self.ended = true;
        Ok(())
    }

    /// Returns sqlx's connection, for what this type cannot do, such as `copy`. Its `begin` sets a savepoint.
    ///
    /// # Errors
    /// [`Error::Connection`] if the connection was lost.
    pub async fn as_sqlx(&mut self) -> Result<&mut PgConnection> {
        self.connection.as_sqlx().await
    }

    /// Returns true if statements are prepared under a name.
    pub(super) fn is_named(&self) -> bool {
        self.connection.is_named()
    }

    pub(super) fn connection(&mut self) -> &mut PoolConnection {
        &mut self.connection
    }

    /// Returns true if the transaction is likely to succeed the next time: a statement failed with a serialization
    /// failure or a deadlock, or must be prepared again.
    pub(super) fn may_retry(&mut self) -> bool {
        self.connection
            .slot()
            .is_ok_and(|slot| slot.state.transaction.conflict || slot.state.stale)
    }

    /// Fails if the server would refuse to commit. It would not say so: it answers "rollback" to "commit".
    async fn check(&mut self) -> Result<()> {
        let failed = self.connection.slot().map_err(Error::from)?.state.busy;
        self.connection.settle().await.map_err(Error::from)?;
        let slot = self.connection.slot().map_err(Error::from)?;
        if !failed && !slot.state.transaction.failed {
            return Ok(());
        }
        // Any statement will do. In a transaction that has failed it is an error, unless a savepoint has recovered it.
        match slot.run("select").await {
            Ok(()) => Ok(()),
            Err(sqlx::Error::Database(_)) if !slot.state.broken => Err(Error::Aborted {
                cause: slot.state.transaction.cause.take(),
                conflict: slot.state.transaction.conflict,
            }),
            Err(error) => Err(error.into()),
        }
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        if let Some(lender) = &self.lender {
            let returned = if self.ended {
                Returned::Ended
            } else {
                Returned::Open(self.connection.take())
            };
            *lender.lock().unwrap_or_else(PoisonError::into_inner) = returned;
            return;
        }
        // The connection of an outermost transaction is cleaned up when it is returned.
        if self.ended || matches!(self.connection, Held::Owned(_)) {
            return;
        }
        if let Ok(slot) = self.connection.slot() {
            let unwind = &mut slot.state.transaction.unwind;
            *unwind = Some(unwind.map_or(self.savepoint, |other| other.min(self.savepoint)));
        }
    }
}

impl fmt::Debug for Transaction<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Transaction")
            .field("savepoint", &self.savepoint)
            .finish_non_exhaustive()
    }
}
