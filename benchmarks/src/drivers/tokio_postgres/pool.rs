//! deadpool's pool, whose connections cache prepared statements.

use deadpool_postgres::tokio_postgres::NoTls;
use deadpool_postgres::{Config, ManagerConfig, PoolConfig, RecyclingMethod, Runtime};
use workloads::{Result, input};

use crate::shop;

#[derive(Clone)]
pub(crate) struct Pool(deadpool_postgres::Pool);

impl workloads::Pool for Pool {
    async fn connect(url: &str, connections: u32) -> Result<Self> {
        let mut config = Config::new();
        config.url = Some(url.to_owned());
        // As shown in its documentation.
        config.manager = Some(ManagerConfig {
            recycling_method: RecyclingMethod::Fast,
        });
        config.pool = Some(PoolConfig::new(usize::try_from(connections)?));
        Ok(Self(config.create_pool(Some(Runtime::Tokio1), NoTls)?))
    }

    async fn find(&self, id: i64) -> Result<()> {
        let client = self.0.get().await?;
        let statement = client.prepare_cached(shop::FIND).await?;
        shop::find(id, &client, &statement).await?;
        Ok(())
    }

    async fn list(&self, quantity: i32) -> Result<()> {
        let client = self.0.get().await?;
        let statement = client.prepare_cached(shop::LIST).await?;
        shop::list(quantity, &client, &statement).await?;
        Ok(())
    }

    async fn insert_one(&self, item: input::NewItem) -> Result<()> {
        let client = self.0.get().await?;
        let statement = client.prepare_cached(shop::INSERT_ONE).await?;
        shop::insert_one(item, &client, &statement).await?;
        Ok(())
    }
}
