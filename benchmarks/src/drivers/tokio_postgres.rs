//! tokio-postgres: statements prepared once, columns by ordinal.
#![allow(missing_docs, reason = "a program")]

use chrono::{DateTime, Utc};
use schema_benchmarks::{Driver, Result};
use tokio_postgres::{Client, NoTls, Row, Statement};

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
    fn read(row: &Row) -> Result<Self, tokio_postgres::Error> {
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

struct TokioPostgres {
    client: Client,
    find: Statement,
    fetch_all: Statement,
}

impl Driver for TokioPostgres {
    type Item = Item;

    async fn connect(url: &str) -> Result<Self> {
        let (client, connection) = tokio_postgres::connect(url, NoTls).await?;
        tokio::spawn(connection);
        let find = client
            .prepare("select id, owner_id, quantity, active, name, description, created_at, price from items where id = $1")
            .await?;
        let fetch_all = client
            .prepare("select id, owner_id, quantity, active, name, description, created_at, price from items")
            .await?;
        Ok(Self {
            client,
            find,
            fetch_all,
        })
    }

    async fn find(&mut self, id: i64) -> Result<Item> {
        let row = self.client.query_one(&self.find, &[&id]).await?;
        Ok(Item::read(&row)?)
    }

    async fn fetch_all(&mut self) -> Result<Vec<Item>> {
        let rows = self.client.query(&self.fetch_all, &[]).await?;
        Ok(rows.iter().map(Item::read).collect::<Result<_, _>>()?)
    }
}

fn main() -> Result<()> {
    schema_benchmarks::main::<TokioPostgres>()
}
