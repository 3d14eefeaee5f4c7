//! schema, this library.

mod blog;
mod documents;
mod items;
mod pool;
mod shop;

use sqlx::{Connection as _, Executor as _, PgConnection};
use workloads::{Driver, Result};

struct Schema(PgConnection);

impl Driver for Schema {
    async fn connect(url: &str) -> Result<Self> {
        Ok(Self(PgConnection::connect(url).await?))
    }

    async fn begin(&mut self) -> Result<()> {
        self.0.execute("begin").await?;
        Ok(())
    }

    async fn commit(&mut self) -> Result<()> {
        self.0.execute("commit").await?;
        Ok(())
    }
}

fn main() -> Result<()> {
    workloads::program::main::<Schema, pool::Pool>()
}
