//! tokio-postgres, statements prepared once, columns by ordinal.

mod blog;
mod documents;
mod pool;
mod shop;

use tokio_postgres::{Client, NoTls};
use workloads::{Driver, Result};

struct TokioPostgres {
    client: Client,
    blog: blog::Statements,
    shop: shop::Statements,
    documents: documents::Statements,
}

impl Driver for TokioPostgres {
    async fn connect(url: &str) -> Result<Self> {
        let (client, connection) = tokio_postgres::connect(url, NoTls).await?;
        tokio::spawn(connection);
        Ok(Self {
            blog: blog::Statements::prepare(&client).await?,
            shop: shop::Statements::prepare(&client).await?,
            documents: documents::Statements::prepare(&client).await?,
            client,
        })
    }

    async fn begin(&mut self) -> Result<()> {
        Ok(self.client.batch_execute("begin").await?)
    }

    async fn commit(&mut self) -> Result<()> {
        Ok(self.client.batch_execute("commit").await?)
    }
}

fn main() -> Result<()> {
    workloads::program::main::<TokioPostgres, pool::Pool>()
}
