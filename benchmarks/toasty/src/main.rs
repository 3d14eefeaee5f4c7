//! toasty.

mod blog;
mod documents;
mod pool;
mod shop;

use toasty::{Connection, Db};
use workloads::{Driver, Result};

struct Toasty(Connection);

/// A database with the models of this program.
async fn connect(url: &str, connections: usize) -> Result<Db> {
    let database = Db::builder()
        .models(toasty::models!(crate::*))
        .max_pool_size(connections)
        .connect(url)
        .await?;
    Ok(database)
}

impl Driver for Toasty {
    async fn connect(url: &str) -> Result<Self> {
        Ok(Self(connect(url, 1).await?.connection().await?))
    }

    async fn begin(&mut self) -> Result<()> {
        toasty::sql::statement("begin").exec(&mut self.0).await?;
        Ok(())
    }

    async fn commit(&mut self) -> Result<()> {
        toasty::sql::statement("commit").exec(&mut self.0).await?;
        Ok(())
    }
}

fn main() -> Result<()> {
    workloads::program::main::<Toasty, pool::Pool>()
}
