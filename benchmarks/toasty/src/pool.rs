//! toasty's own pool.

use toasty::Db;
use workloads::{Result, input};

use crate::{connect, shop};

#[derive(Clone)]
pub(crate) struct Pool(Db);

impl workloads::Pool for Pool {
    async fn connect(url: &str, connections: u32) -> Result<Self> {
        Ok(Self(connect(url, usize::try_from(connections)?).await?))
    }

    async fn find(&self, id: i64) -> Result<()> {
        shop::find(id, &mut self.0.clone()).await?;
        Ok(())
    }

    async fn list(&self, quantity: i32) -> Result<()> {
        shop::list(quantity, &mut self.0.clone()).await?;
        Ok(())
    }

    async fn insert_one(&self, item: input::NewItem) -> Result<()> {
        shop::insert_one(item, &mut self.0.clone()).await?;
        Ok(())
    }
}
