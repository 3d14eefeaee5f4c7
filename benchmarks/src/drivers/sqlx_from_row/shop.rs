//! The most common operations.

use chrono::{DateTime, Utc};
use sqlx::FromRow;
use workloads::{Result, Shop, Shown, shown};

use crate::SqlxFromRow;

struct Owner {
    id: i64,
    name: String,
    email: String,
}

#[derive(FromRow)]
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

/// A row of the left join. The columns of the owner are renamed to be distinct.
#[derive(FromRow)]
struct ItemAndOwner {
    #[sqlx(flatten)]
    item: Item,
    owners_id: Option<i64>,
    owners_name: Option<String>,
    owners_email: Option<String>,
}

shown!(
    Owner: id, name, email;
    Item: id, owner_id, quantity, active, name, description, created_at, price;
);

impl ItemAndOwner {
    fn split(self) -> Option<(Item, Option<Owner>)> {
        let owner = match self.owners_id {
            None => None,
            Some(id) => Some(Owner {
                id,
                name: self.owners_name?,
                email: self.owners_email?,
            }),
        };
        Some((self.item, owner))
    }
}

impl Shop for SqlxFromRow {
    async fn items(&mut self) -> Result<impl Shown> {
        let items: Vec<Item> = sqlx::query_as(
            "select id, owner_id, quantity, active, name, description, created_at, price from items",
        )
        .fetch_all(&mut self.0)
        .await?;
        Ok(items)
    }

    async fn find(&mut self, id: i64) -> Result<impl Shown> {
        let item: Item = sqlx::query_as(
            "select id, owner_id, quantity, active, name, description, created_at, price from items where id = $1",
        )
        .bind(id)
        .fetch_one(&mut self.0)
        .await?;
        Ok(item)
    }

    async fn list(&mut self, quantity: i32) -> Result<impl Shown> {
        let rows: Vec<ItemAndOwner> = sqlx::query_as(
            "select items.id, items.owner_id, items.quantity, items.active, items.name, items.description,
                items.created_at, items.price, owners.id as owners_id, owners.name as owners_name,
                owners.email as owners_email
            from items left join owners on items.owner_id = owners.id
            where items.active and items.quantity > $1 order by items.created_at desc limit $2",
        )
        .bind(quantity)
        .bind(50_i64)
        .fetch_all(&mut self.0)
        .await?;
        let rows: Option<Vec<_>> = rows.into_iter().map(ItemAndOwner::split).collect();
        Ok(rows.ok_or("an owner has no name")?)
    }
}
