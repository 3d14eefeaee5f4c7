//! SeaORM's pool, which is sqlx's.

use sea_orm::{ConnectOptions, Database, DatabaseConnection};
use workloads::{Result, input};

use crate::shop;

#[derive(Clone)]
pub(crate) struct Pool(DatabaseConnection);

impl workloads::Pool for Pool {
    async fn connect(url: &str, connections: u32) -> Result<Self> {
        let mut options = ConnectOptions::new(url);
        options.max_connections(connections);
        Ok(Self(Database::connect(options).await?))
    }

    async fn find(&self, id: i64) -> Result<()> {
        shop::find(id, &self.0).await?;
        Ok(())
    }

    async fn list(&self, quantity: i32) -> Result<()> {
        shop::list(quantity, &self.0).await?;
        Ok(())
    }

    async fn insert_one(&self, item: input::NewItem) -> Result<()> {
        shop::insert_one(item, &self.0).await?;
        Ok(())
    }
}
