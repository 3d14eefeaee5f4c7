//! The most common operations.

use chrono::{DateTime, Utc};
use sqlx::postgres::PgRow;
use sqlx::{PgExecutor, Row as _};
use workloads::{Result, Shop, Shown, input, shown};

use crate::Sqlx;

pub(crate) struct Owner {
    id: i64,
    name: String,
    email: String,
}

pub(crate) struct Item {
    id: i64,
    owner_id: i64,
    quantity: i32,
    active: bool,
    name: String,
    description: String,
    created_at: DateTime<Utc>,
    price: f64,
}

shown!(
    Owner: id, name, email;
    Item: id, owner_id, quantity, active, name, description, created_at, price;
);

fn read(row: &PgRow) -> sqlx::Result<Item> {
    Ok(Item {
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

fn read_with_owner(row: &PgRow) -> sqlx::Result<(Item, Option<Owner>)> {
    let owner = match row.try_get(8)? {
        None => None,
        Some(id) => Some(Owner {
            id,
            name: row.try_get(9)?,
            email: row.try_get(10)?,
        }),
    };
    Ok((read(row)?, owner))
}

pub(crate) async fn find(id: i64, on: impl PgExecutor<'_>) -> Result<Item> {
    let row = sqlx::query(
        "select id, owner_id, quantity, active, name, description, created_at, price from items where id = $1",
    )
    .bind(id)
    .fetch_one(on)
    .await?;
    Ok(read(&row)?)
}

pub(crate) async fn list(
    quantity: i32,
    on: impl PgExecutor<'_>,
) -> Result<Vec<(Item, Option<Owner>)>> {
    let rows = sqlx::query(
        "select items.id, items.owner_id, items.quantity, items.active, items.name, items.description,
            items.created_at, items.price, owners.id, owners.name, owners.email
        from items left join owners on items.owner_id = owners.id
        where items.active and items.quantity > $1 order by items.created_at desc limit $2",
    )
    .bind(quantity)
    .bind(50_i64)
    .fetch_all(on)
    .await?;
    Ok(rows
        .iter()
        .map(read_with_owner)
        .collect::<sqlx::Result<_>>()?)
}

pub(crate) async fn insert_one(item: input::NewItem, on: impl PgExecutor<'_>) -> Result<i64> {
    let row = sqlx::query(
        "insert into new_items (owner_id, quantity, active, name, description, created_at, price)
        values ($1, $2, $3, $4, $5, $6, $7) returning id",
    )
    .bind(item.owner_id)
    .bind(item.quantity)
    .bind(item.active)
    .bind(item.name)
    .bind(item.description)
    .bind(item.created_at)
    .bind(item.price)
    .fetch_one(on)
    .await?;
    Ok(row.try_get(0)?)
}

impl Shop for Sqlx {
    async fn items(&mut self) -> Result<impl Shown> {
        let rows = sqlx::query(
            "select id, owner_id, quantity, active, name, description, created_at, price from items",
        )
        .fetch_all(&mut self.0)
        .await?;
        Ok(rows.iter().map(read).collect::<sqlx::Result<Vec<_>>>()?)
    }

    fn find(&mut self, id: i64) -> impl Future<Output = Result<impl Shown>> {
        find(id, &mut self.0)
    }

    fn list(&mut self, quantity: i32) -> impl Future<Output = Result<impl Shown>> {
        list(quantity, &mut self.0)
    }

    fn insert_one(&mut self, item: input::NewItem) -> impl Future<Output = Result<i64>> {
        insert_one(item, &mut self.0)
    }

    /// Sends arrays, as recommended by sqlx's FAQ.
    async fn insert_many(&mut self, items: Vec<input::NewItem>) -> Result<()> {
        let mut owner_ids = Vec::with_capacity(items.len());
        let mut quantities = Vec::with_capacity(items.len());
        let mut active = Vec::with_capacity(items.len());
        let mut names = Vec::with_capacity(items.len());
        let mut descriptions = Vec::with_capacity(items.len());
        let mut created_at = Vec::with_capacity(items.len());
        let mut prices = Vec::with_capacity(items.len());
        for item in items {
            owner_ids.push(item.owner_id);
            quantities.push(item.quantity);
            active.push(item.active);
            names.push(item.name);
            descriptions.push(item.description);
            created_at.push(item.created_at);
            prices.push(item.price);
        }
        sqlx::query(
            "insert into new_items (owner_id, quantity, active, name, description, created_at, price)
            select * from unnest($1::bigint[], $2::integer[], $3::boolean[], $4::text[], $5::text[],
                $6::timestamptz[], $7::double precision[])",
        )
        .bind(owner_ids)
        .bind(quantities)
        .bind(active)
        .bind(names)
        .bind(descriptions)
        .bind(created_at)
        .bind(prices)
        .execute(&mut self.0)
        .await?;
        Ok(())
    }

    async fn update(&mut self, id: i64, quantity: i32, description: String) -> Result<()> {
        sqlx::query("update items set quantity = $1, description = $2 where id = $3")
            .bind(quantity)
            .bind(description)
            .bind(id)
            .execute(&mut self.0)
            .await?;
        Ok(())
    }
}
