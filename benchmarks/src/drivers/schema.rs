//! Ours.
#![allow(missing_docs, reason = "a program")]

use chrono::{DateTime, Utc};
use schema_benchmarks::{Driver, Result};
use schema_core::prelude::*;
use sqlx::{Connection as _, PgConnection};

#[table(name = "items")]
#[derive(Debug)]
#[allow(dead_code, reason = "to read the rows is not what is measured")]
pub struct Item {
    #[column(primary_key, identity)]
    pub id: i64,
    pub owner_id: i64,
    pub quantity: i32,
    pub active: bool,
    pub name: String,
    pub description: String,
    pub created_at: DateTime<Utc>,
    pub price: f64,
}

struct Schema(PgConnection);

impl Driver for Schema {
    type Item = Item;

    async fn connect(url: &str) -> Result<Self> {
        Ok(Self(PgConnection::connect(url).await?))
    }

    async fn find(&mut self, id: i64) -> Result<Item> {
        Ok(Item.find(id).fetch_one(&mut self.0).await?)
    }

    async fn fetch_all(&mut self) -> Result<Vec<Item>> {
        Ok(Item.select().fetch_all(&mut self.0).await?)
    }
}

fn main() -> Result<()> {
    schema_benchmarks::main::<Schema>()
}
