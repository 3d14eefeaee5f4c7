//! A connection taken from the pool.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::Ordering;
use std::time::Instant;

use deadpool::managed::Object;
use sqlx::{Connection as _, PgConnection, Result};
use tokio::runtime::Handle;
use tokio::time::timeout;

use super::Transaction;
use super::manager::{Counters, Manager};
use super::slot::Slot;
use super::transaction::TransactionOptions;
use crate::error::{Error, Result as SchemaResult};

/// A connection taken from a [`Pool`](super::Pool) by [`acquire`](super::Pool::acquire). Dropping it returns it.
///
/// `&mut connection` runs statements, one after another on the same session:
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64 }
/// # async fn run(pool: schema_core::Pool) -> schema_core::Result<()> {
/// let mut connection = pool.acquire().await?;
/// sqlx::query("set search_path = clinic").execute(&mut connection).await.map_err(Error::from)?;
/// let patients = Patient.select().fetch_all(&mut connection).await?;
/// # Ok(())
/// # }
/// ```
///
/// The pool does not reset settings, temporary tables or session locks. It does roll back an open transaction and read
/// the rest of a statement whose future was dropped.
pub struct PoolConnection {
    /// Taken on drop.
    object: Option<Object<Manager>>,
}

impl PoolConnection {
    pub(super) fn new(object: Object<Manager>) -> Self {
        Self {
            object: Some(object),
        }
    }

    /// Begins a transaction on this connection.
    ///
    /// # Errors
    /// [`Error`] if the server rejects it.
    pub async fn begin(&mut self) -> SchemaResult<Transaction<'_>> {
        self.begin_with(&TransactionOptions::new()).await
    }

    /// Begins a transaction with options.
    ///
    /// # Errors
    /// [`Error`] if the server rejects it.
    pub async fn begin_with(
        &mut self,
        options: &TransactionOptions,
    ) -> SchemaResult<Transaction<'_>> {
        self.settle().await.map_err(Error::from)?;
        let slot = self.slot().map_err(Error::from)?;
        slot.begin(options.to_sql()).await.map_err(Error::from)?;
        slot.keep();
        Ok(Transaction::borrowed(self, 0))
    }

    /// Returns sqlx's connection, for what this type cannot do, such as `copy`.
    ///
    /// The pool cannot see what happens on it. So it rolls back an open transaction before anyone else gets the
    /// connection, which takes a round trip in the background.
    ///
    /// # Errors
    /// [`Error::Connection`] if the connection was lost.
    pub async fn as_sqlx(&mut self) -> SchemaResult<&mut PgConnection> {
        self.settle().await.map_err(Error::from)?;
        let slot = self.slot().map_err(Error::from)?;
        slot.state.unknown = true;
        slot.state.handed_out = true;
        slot.state.transaction.failed = true;
        Ok(&mut slot.connection)
    }

    /// Converts this into sqlx's connection, which returns to the pool when it is dropped: see [`as_sqlx`](Self::as_sqlx).
    pub(crate) async fn into_sqlx(mut self) -> SchemaResult<RawConnection> {
        self.as_sqlx().await?;
        Ok(RawConnection(self))
    }

    /// Takes the connection out, and leaves nothing.
    pub(super) fn take(&mut self) -> Self {
        Self {
            object: self.object.take(),
        }
    }

    /// Returns the connection and its state.
    pub(super) fn slot(&mut self) -> Result<&mut Slot> {
        // It is always there until it is dropped.
        match &mut self.object {
            Some(slot) => Ok(slot),
            None => Err(sqlx::Error::WorkerCrashed),
        }
    }

    /// Prepares for the next statement: reads the rest of one that was dropped, and rolls back to the savepoint of a
    /// nested transaction that was dropped.
    pub(super) async fn settle(&mut self) -> Result<()> {
        let slot = self.slot()?;
        if slot.state.busy {
            slot.drain().await?;
        }
        match slot.state.transaction.unwind {
            None => Ok(()),
            // The outermost transaction, on a connection that is still in use.
            Some(0) => slot.roll_back_all().await,
            Some(savepoint) => {
                // Before it is sent: if this future is dropped, it is sent all the same, and must not be sent twice.
                slot.keep();
                let name = format!("schema_{savepoint}");
                slot.run(format!(
                    "rollback to savepoint {name}; release savepoint {name}"
                ))
                .await
            }
        }
    }

    /// Returns the connection itself, ready for the next statement.
    pub(super) async fn ready(&mut self) -> Result<&mut Self> {
        self.settle().await?;
        Ok(self)
    }

    /// Returns true if statements are prepared under a name.
    pub(super) fn is_named(&self) -> bool {
        self.object.as_ref().is_none_or(|slot| slot.shared.named())
    }
}

/// A connection of the pool as sqlx's, for statements that take several steps.
pub struct RawConnection(PoolConnection);

impl Deref for RawConnection {
    type Target = PgConnection;

    fn deref(&self) -> &PgConnection {
        match &self.0.object {
            Some(slot) => &slot.connection,
            None => unreachable!("BUG: the connection is taken out when it is dropped"),
        }
    }
}

impl DerefMut for RawConnection {
    fn deref_mut(&mut self) -> &mut PgConnection {
        match &mut self.0.object {
            Some(slot) => &mut slot.connection,
            None => unreachable!("BUG: the connection is taken out when it is dropped"),
        }
    }
}

impl fmt::Debug for RawConnection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Drop for PoolConnection {
    fn drop(&mut self) {
        if let Some(object) = self.object.take() {
            release(object);
        }
    }
}

impl fmt::Debug for PoolConnection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PoolConnection").finish_non_exhaustive()
    }
}

/// Returns a connection to the pool, at once or after it was cleaned up.
fn release(mut object: Object<Manager>) {
    object.idle_since = Instant::now();
    if object.state.broken {
        object.shared.lose_connection();
        discard(object);
    } else if object.shared.closed.load(Ordering::Acquire) {
        close(*Object::take(object));
    } else if object.state.is_clean() {
        drop(object);
    } else if let Ok(runtime) = Handle::try_current() {
        // The connection still counts as used, so nobody else gets it meanwhile.
        runtime.spawn(clean_up(Dirty(Some(object))));
    } else {
        discard(object);
    }
}

/// A connection that is being cleaned up. Dropping it closes it, for example because the runtime is shut down.
struct Dirty(Option<Object<Manager>>);

impl Drop for Dirty {
    fn drop(&mut self) {
        if let Some(object) = self.0.take() {
            discard(object);
        }
    }
}

async fn clean_up(mut dirty: Dirty) {
    let Some(object) = &mut dirty.0 else { return };
    let limit = object.shared.options.clean_up_timeout;
    let cleaned = matches!(timeout(limit, object.clean_up()).await, Ok(Ok(())));
    if !cleaned {
        if object.state.broken {
            object.shared.lose_connection();
        }
        return;
    }
    Counters::add(&object.shared.counters.cleaned, 1);
    if let Some(object) = dirty.0.take() {
        // It is clean now.
        release(object);
    }
}

/// Closes a connection without a word to the server, which then rolls back.
fn discard(object: Object<Manager>) {
    Counters::add(&object.shared.counters.discarded, 1);
    drop(Object::take(object));
}

/// Closes a connection in the background.
pub(super) fn close(slot: Slot) {
    if let Ok(runtime) = Handle::try_current() {
        let limit = slot.shared.options.clean_up_timeout;
        runtime.spawn(timeout(limit, slot.connection.close()));
    }
}
