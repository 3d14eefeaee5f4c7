//! sqlx's pool.

use sqlx::PgPool;
use sqlx::postgres::PgPoolOptions;
use workloads::{Result, input};

use crate::items;

#[derive(Clone)]
pub(crate) struct Pool(PgPool);

impl workloads::Pool for Pool {
    async fn connect(url: &str, connections: u32) -> Result<Self> {
        let options = PgPoolOptions::new().max_connections(connections);
        Ok(Self(options.connect(url).await?))
    }

    async fn find(&self, id: i64) -> Result<()> {
        items::find(id, &self.0).await?;
        Ok(())
    }

    async fn list(&self, quantity: i32) -> Result<()> {
        items::list(quantity, &self.0).await?;
        Ok(())
    }

    async fn insert_one(&self, item: input::NewItem) -> Result<()> {
        items::insert_one(item, &self.0).await?;
        Ok(())
    }
}
