//! Connections for statements that take several steps.

use std::ops::DerefMut;

use futures_core::future::BoxFuture;
use sqlx::{Acquire, PgConnection, Postgres};

use crate::error::{Error, Result};
#[cfg(feature = "pool")]
use crate::pool::{Pool, PoolConnection, RawConnection, Transaction};

/// One connection for several steps: a pool, a connection or a transaction, of this crate or of sqlx.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a connection",
    label = "expected a pool, a connection or a transaction",
    note = "write `&pool`, or `&mut transaction`",
    note = "write `&mut *tx` for a transaction of sqlx, `&mut **tx` for a reference to one"
)]
pub trait OneConnection<'c>: Send {
    /// The connection.
    type Connection: DerefMut<Target = PgConnection> + Send;

    /// Returns the connection.
    fn one(self) -> BoxFuture<'c, Result<Self::Connection>>;
}

#[diagnostic::do_not_recommend]
impl<'c, C> OneConnection<'c> for C
where
    C: Acquire<'c, Database = Postgres, Connection: DerefMut<Target = PgConnection>> + Send + 'c,
{
    type Connection = C::Connection;

    fn one(self) -> BoxFuture<'c, Result<C::Connection>> {
        Box::pin(async move { self.acquire().await.map_err(Error::from) })
    }
}

#[cfg(feature = "pool")]
#[diagnostic::do_not_recommend]
impl<'c> OneConnection<'c> for &'c Pool {
    type Connection = RawConnection;

    fn one(self) -> BoxFuture<'c, Result<RawConnection>> {
        Box::pin(async move { self.acquire().await?.into_sqlx().await })
    }
}

#[cfg(feature = "pool")]
#[diagnostic::do_not_recommend]
impl<'c> OneConnection<'c> for &'c mut PoolConnection {
    type Connection = &'c mut PgConnection;

    fn one(self) -> BoxFuture<'c, Result<&'c mut PgConnection>> {
        Box::pin(self.as_sqlx())
    }
}

#[cfg(feature = "pool")]
#[diagnostic::do_not_recommend]
impl<'c> OneConnection<'c> for &'c mut Transaction<'_> {
    type Connection = &'c mut PgConnection;

    fn one(self) -> BoxFuture<'c, Result<&'c mut PgConnection>> {
        Box::pin(self.as_sqlx())
    }
}
