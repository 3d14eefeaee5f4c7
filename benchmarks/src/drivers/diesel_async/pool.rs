//! deadpool with the support of diesel-async.

use diesel_async::AsyncPgConnection;
use diesel_async::pooled_connection::AsyncDieselConnectionManager;
use diesel_async::pooled_connection::deadpool;
use workloads::{Result, input};

use crate::shop;

#[derive(Clone)]
pub(crate) struct Pool(deadpool::Pool<AsyncPgConnection>);

impl workloads::Pool for Pool {
    async fn connect(url: &str, connections: u32) -> Result<Self> {
        let manager = AsyncDieselConnectionManager::new(url);
        let pool = deadpool::Pool::builder(manager)
            .max_size(usize::try_from(connections)?)
            .build()?;
        Ok(Self(pool))
    }

    async fn find(&self, id: i64) -> Result<()> {
        let mut connection = self.0.get().await?;
        shop::find(id, &mut connection).await?;
        Ok(())
    }

    async fn list(&self, quantity: i32) -> Result<()> {
        let mut connection = self.0.get().await?;
        shop::list(quantity, &mut connection).await?;
        Ok(())
    }

    async fn insert_one(&self, item: input::NewItem) -> Result<()> {
        let mut connection = self.0.get().await?;
        shop::insert_one(item, &mut connection).await?;
        Ok(())
    }
}
