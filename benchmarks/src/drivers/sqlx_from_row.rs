//! sqlx with its `FromRow` derive: columns by name.
#![allow(missing_docs, reason = "a program")]

use chrono::{DateTime, Utc};
use schema_benchmarks::{Driver, Result};
use sqlx::{Connection as _, FromRow, PgConnection};

#[derive(Debug, FromRow)]
#[allow(dead_code, reason = "to read the rows is not what is measured")]
struct Item {
    id: i64,
    owner_id: i64,
    quantity: i32,
    active: bool,
    name: String,
    description: String,
    created_at: DateTime<Utc>,
    price: f64,
}

struct SqlxFromRow(PgConnection);

impl Driver for SqlxFromRow {
    type Item = Item;

    async fn connect(url: &str) -> Result<Self> {
        Ok(Self(PgConnection::connect(url).await?))
    }

    async fn find(&mut self, id: i64) -> Result<Item> {
        let item = sqlx::query_as(
            "select id, owner_id, quantity, active, name, description, created_at, price from items where id = $1",
        )
        .bind(id)
        .fetch_one(&mut self.0)
        .await?;
        Ok(item)
    }

    async fn fetch_all(&mut self) -> Result<Vec<Item>> {
        let items = sqlx::query_as(
            "select id, owner_id, quantity, active, name, description, created_at, price from items",
        )
        .fetch_all(&mut self.0)
        .await?;
        Ok(items)
    }
}

fn main() -> Result<()> {
    schema_benchmarks::main::<SqlxFromRow>()
}
