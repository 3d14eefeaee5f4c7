//! The items of the shop, and their queries on anything that runs them.

use chrono::{DateTime, Utc};
use schema_core::prelude::*;
use sqlx::PgExecutor;
use workloads::{Result, input, shown};

#[table(name = "owners")]
pub(crate) struct Owner {
    #[column(primary_key, identity = by_default)]
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) email: String,
}

#[table(name = "items")]
pub(crate) struct Item {
    #[column(primary_key, identity = by_default)]
    pub(crate) id: i64,
    pub(crate) owner_id: i64,
    pub(crate) quantity: i32,
    pub(crate) active: bool,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) price: f64,
}

#[table(name = "new_items")]
#[allow(dead_code, reason = "the table is only written")]
pub(crate) struct Added {
    #[column(primary_key, identity = by_default)]
    pub(crate) id: i64,
    pub(crate) owner_id: i64,
    pub(crate) quantity: i32,
    pub(crate) active: bool,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) price: f64,
}

shown!(
    Owner: id, name, email;
    Item: id, owner_id, quantity, active, name, description, created_at, price;
);

impl From<input::NewItem> for NewAdded {
    fn from(item: input::NewItem) -> Self {
        Self {
            owner_id: item.owner_id,
            quantity: item.quantity,
            active: item.active,
            name: item.name,
            description: item.description,
            created_at: item.created_at,
            price: item.price,
        }
    }
}

pub(crate) async fn find(id: i64, on: impl PgExecutor<'_>) -> Result<Item> {
    Ok(Item.find(id).fetch_one(on).await?)
}

pub(crate) async fn list(
    quantity: i32,
    on: impl PgExecutor<'_>,
) -> Result<Vec<(Item, Option<Owner>)>> {
    let rows = Item
        .select()
        .left_join(Owner, Item.owner_id.eq(Owner.id))
        .filter(Item.active.and(Item.quantity.gt(quantity)))
        .order_by(Item.created_at.desc())
        .limit(50)
        .fetch_all(on)
        .await?;
    Ok(rows)
}

pub(crate) async fn insert_one(item: input::NewItem, on: impl PgExecutor<'_>) -> Result<i64> {
    let id = Added
        .insert(NewAdded::from(item))
        .returning(Added.id)
        .fetch_one(on)
        .await?;
    Ok(id)
}
