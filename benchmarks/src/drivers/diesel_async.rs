//! Diesel with diesel-async.
#![allow(missing_docs, reason = "a program")]

use chrono::{DateTime, Utc};
use diesel::{QueryDsl as _, Queryable, Selectable, SelectableHelper as _};
use diesel_async::{AsyncConnection as _, AsyncPgConnection, RunQueryDsl as _};
use schema_benchmarks::{Driver, Result};

diesel::table! {
    items (id) {
        id -> Int8,
        owner_id -> Int8,
        quantity -> Int4,
        active -> Bool,
        name -> Text,
        description -> Text,
        created_at -> Timestamptz,
        price -> Double,
    }
}

#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = items)]
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

struct DieselAsync(AsyncPgConnection);

impl Driver for DieselAsync {
    type Item = Item;

    async fn connect(url: &str) -> Result<Self> {
        Ok(Self(AsyncPgConnection::establish(url).await?))
    }

    async fn find(&mut self, id: i64) -> Result<Item> {
        let item = items::table
            .find(id)
            .select(Item::as_select())
            .first(&mut self.0)
            .await?;
        Ok(item)
    }

    async fn fetch_all(&mut self) -> Result<Vec<Item>> {
        let items = items::table
            .select(Item::as_select())
            .load(&mut self.0)
            .await?;
        Ok(items)
    }
}

fn main() -> Result<()> {
    schema_benchmarks::main::<DieselAsync>()
}
