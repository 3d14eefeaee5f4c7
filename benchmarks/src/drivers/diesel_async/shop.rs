//! The most common operations.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use workloads::{Result, Shop, Shown, input, shown};

use crate::DieselAsync;

diesel::table! {
    owners (id) {
        id -> Int8,
        name -> Text,
        email -> Text,
    }
}

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

diesel::table! {
    new_items (id) {
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

diesel::joinable!(items -> owners (owner_id));
diesel::allow_tables_to_appear_in_same_query!(items, owners);

/// The maximum number of rows of an insert: the parameters allowed by Postgres divided by the columns of a row.
const ROWS_IN_STATEMENT: usize = 65_535 / 7;

#[derive(Queryable, Selectable)]
#[diesel(table_name = owners, check_for_backend(diesel::pg::Pg))]
pub(crate) struct Owner {
    id: i64,
    name: String,
    email: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = items, check_for_backend(diesel::pg::Pg))]
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

#[derive(Insertable)]
#[diesel(table_name = new_items)]
struct NewItem {
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

impl From<input::NewItem> for NewItem {
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

pub(crate) async fn find(id: i64, connection: &mut AsyncPgConnection) -> Result<Item> {
    let item = items::table
        .find(id)
        .select(Item::as_select())
        .first(connection)
        .await?;
    Ok(item)
}

pub(crate) async fn list(
    quantity: i32,
    connection: &mut AsyncPgConnection,
) -> Result<Vec<(Item, Option<Owner>)>> {
    let rows = items::table
        .left_join(owners::table)
        .filter(items::active.and(items::quantity.gt(quantity)))
        .order(items::created_at.desc())
        .limit(50)
        .select(<(Item, Option<Owner>)>::as_select())
        .load(connection)
        .await?;
    Ok(rows)
}

pub(crate) async fn insert_one(
    item: input::NewItem,
    connection: &mut AsyncPgConnection,
) -> Result<i64> {
    let id = diesel::insert_into(new_items::table)
        .values(NewItem::from(item))
        .returning(new_items::id)
        .get_result(connection)
        .await?;
    Ok(id)
}

impl Shop for DieselAsync {
    async fn items(&mut self) -> Result<impl Shown> {
        let items: Vec<Item> = items::table
            .select(Item::as_select())
            .load(&mut self.0)
            .await?;
        Ok(items)
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

    async fn insert_many(&mut self, items: Vec<input::NewItem>) -> Result<()> {
        let rows: Vec<NewItem> = items.into_iter().map(Into::into).collect();
        for rows in rows.chunks(ROWS_IN_STATEMENT) {
            diesel::insert_into(new_items::table)
                .values(rows)
                .execute(&mut self.0)
                .await?;
        }
        Ok(())
    }

    async fn update(&mut self, id: i64, quantity: i32, description: String) -> Result<()> {
        diesel::update(items::table.find(id))
            .set((
                items::quantity.eq(quantity),
                items::description.eq(description),
            ))
            .execute(&mut self.0)
            .await?;
        Ok(())
    }
}
