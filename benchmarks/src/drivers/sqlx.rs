//! sqlx, written by hand: columns by ordinal.
#![allow(missing_docs, reason = "a program")]

use chrono::{DateTime, Utc};
use schema_benchmarks::{Driver, Result};
use sqlx::postgres::PgRow;
use sqlx::{Connection as _, PgConnection, Row as _};

#[derive(Debug)]
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

impl Item {
    fn read(row: &PgRow) -> sqlx::Result<Self> {
        Ok(Self {
            id: row.try_get(0)?,
            owner_id: row.try_get(1)?,
            quantity: row.try_get(2)?,
            active: row.try_get(3)?,
            name: row.try_get(4)?,
            description: row.try_get(5)?,
            created_at: row.try_get(6)?,
            price: row.try_get(7)?,
        })
    }
}

struct Sqlx(PgConnection);

impl Driver for Sqlx {
    type Item = Item;

    async fn connect(url: &str) -> Result<Self> {
        Ok(Self(PgConnection::connect(url).await?))
    }

    async fn find(&mut self, id: i64) -> Result<Item> {
        let row = sqlx::query(
            "select id, owner_id, quantity, active, name, description, created_at, price from items where id = $1",
        )
        .bind(id)
        .fetch_one(&mut self.0)
        .await?;
        Ok(Item::read(&row)?)
    }

    async fn fetch_all(&mut self) -> Result<Vec<Item>> {
        let rows = sqlx::query(
            "select id, owner_id, quantity, active, name, description, created_at, price from items",
        )
        .fetch_all(&mut self.0)
        .await?;
        Ok(rows.iter().map(Item::read).collect::<sqlx::Result<_>>()?)
    }
}

fn main() -> Result<()> {
    schema_benchmarks::main::<Sqlx>()
}
