//! schema on its own pool.
//!
//! A program of its own: the counts of the other one do not depend on the pool.

#[path = "../schema/items.rs"]
mod items;

use schema_core::pool::PoolOptions;
use workloads::{Result, input};

#[derive(Clone)]
struct Pool(schema_core::Pool);

impl workloads::Pool for Pool {
    async fn connect(url: &str, connections: u32) -> Result<Self> {
        let options = PoolOptions::new().max_connections(connections);
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

fn main() -> Result<()> {
    workloads::program::main_of_pool::<Pool>()
}
