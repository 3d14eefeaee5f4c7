//! Diesel with diesel-async.

mod blog;
mod documents;
mod pool;
mod shop;

use diesel_async::{AsyncConnection as _, AsyncPgConnection, SimpleAsyncConnection as _};
use workloads::{Driver, Result};

struct DieselAsync(AsyncPgConnection);

impl Driver for DieselAsync {
    async fn connect(url: &str) -> Result<Self> {
        Ok(Self(AsyncPgConnection::establish(url).await?))
    }

    async fn begin(&mut self) -> Result<()> {
        Ok(self.0.batch_execute("begin").await?)
    }

    async fn commit(&mut self) -> Result<()> {
        Ok(self.0.batch_execute("commit").await?)
    }
}

fn main() -> Result<()> {
    workloads::program::main::<DieselAsync, pool::Pool>()
}
