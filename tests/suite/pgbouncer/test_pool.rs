//! Our pool with the interface of sqlx's pool that the tests use.

use std::ops::{Deref, DerefMut};

use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use schema_core::Pool;
use schema_core::pool::{PoolConnection, Transaction};
use sqlx::postgres::{PgQueryResult, PgRow, PgStatement, PgTypeInfo};
use sqlx::{Describe, Either, Execute, Executor, Postgres, Result, SqlStr};

/// A pool.
#[derive(Debug, Clone)]
pub struct TestPool(pub Pool);

impl TestPool {
    /// Returns a connection. Tests use it as `&mut *connection`.
    pub async fn acquire(&self) -> schema_core::Result<Box<PoolConnection>> {
        self.0.acquire().await.map(Box::new)
    }

    pub async fn begin(&self) -> schema_core::Result<TestTransaction> {
        self.0.begin().await.map(TestTransaction)
    }

    /// The embedded server needs it, and this one does not.
    #[expect(clippy::unused_async, reason = "sqlx's is asynchronous")]
    pub async fn close(&self) {}
}

/// A transaction. Tests use it as `&mut *transaction`.
#[derive(Debug)]
pub struct TestTransaction(Transaction<'static>);

impl TestTransaction {
    pub async fn commit(self) -> schema_core::Result<()> {
        self.0.commit().await
    }

    pub async fn rollback(self) -> schema_core::Result<()> {
        self.0.rollback().await
    }
}

impl Deref for TestTransaction {
    type Target = Transaction<'static>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for TestTransaction {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl<'c> Executor<'c> for &'c TestPool {
    type Database = Postgres;

    fn fetch_many<'e, 'q, E>(self, query: E) -> BoxStream<'e, Result<Either<PgQueryResult, PgRow>>>
    where
        'c: 'e,
        'q: 'e,
        E: 'q + Execute<'q, Postgres>,
    {
        (&self.0).fetch_many(query)
    }

    fn fetch_optional<'e, 'q, E>(self, query: E) -> BoxFuture<'e, Result<Option<PgRow>>>
    where
        'c: 'e,
        'q: 'e,
        E: 'q + Execute<'q, Postgres>,
    {
        (&self.0).fetch_optional(query)
    }

    fn prepare_with<'e>(
        self,
        sql: SqlStr,
        parameters: &'e [PgTypeInfo],
    ) -> BoxFuture<'e, Result<PgStatement>>
    where
        'c: 'e,
    {
        (&self.0).prepare_with(sql, parameters)
    }

    fn describe<'e>(self, sql: SqlStr) -> BoxFuture<'e, Result<Describe<Postgres>>>
    where
        'c: 'e,
    {
        (&self.0).describe(sql)
    }
}
