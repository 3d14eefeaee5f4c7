//! sqlx with the `FromRow` derive, columns by name. Workloads that read no rows are left to the driver `sqlx`.

mod blog;
mod documents;
mod shop;

use sqlx::{Connection as _, Executor as _, PgConnection};
use workloads::{Driver, Kind, Result};

struct SqlxFromRow(PgConnection);

const SAME: &str = "it reads no rows, and is as with sqlx by ordinal";

impl Driver for SqlxFromRow {
    const CANNOT: &'static [(Kind, &'static str)] = &[
        (Kind::InsertUsers, SAME),
        (Kind::InsertOne, SAME),
        (Kind::InsertMany, SAME),
        (Kind::Update, SAME),
    ];

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
    workloads::program::main_without_pool::<SqlxFromRow>()
}
