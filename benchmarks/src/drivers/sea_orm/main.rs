//! SeaORM.
#![allow(unreachable_pub, reason = "SeaORM's macros require `pub` entities")]

mod blog;
mod blog_entities;
mod documents;
mod pool;
mod shop;
mod shop_entities;

use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, TransactionTrait as _,
};
use workloads::{Driver, Result};

struct SeaOrm {
    database: DatabaseConnection,
    /// SeaORM provides a dedicated connection only as a transaction. Other statements get a connection from the pool.
    transaction: Option<DatabaseTransaction>,
}

impl SeaOrm {
    fn connection(&self) -> Result<&DatabaseTransaction> {
        Ok(self.transaction.as_ref().ok_or("there is no transaction")?)
    }
}

impl Driver for SeaOrm {
    async fn connect(url: &str) -> Result<Self> {
        let mut options = ConnectOptions::new(url);
        options.max_connections(1);
        Ok(Self {
            database: Database::connect(options).await?,
            transaction: None,
        })
    }

    async fn begin(&mut self) -> Result<()> {
        self.transaction = Some(self.database.begin().await?);
        Ok(())
    }

    async fn commit(&mut self) -> Result<()> {
        if let Some(transaction) = self.transaction.take() {
            transaction.commit().await?;
        }
        Ok(())
    }
}

fn main() -> Result<()> {
    workloads::program::main::<SeaOrm, pool::Pool>()
}
