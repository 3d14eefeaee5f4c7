//! The most common operations.

use chrono::{DateTime, Utc};
use tokio_postgres::{Client, Error, Row, Statement};
use workloads::{Result, Shop, Shown, input, shown};

use crate::TokioPostgres;

pub(crate) const FIND: &str =
    "select id, owner_id, quantity, active, name, description, created_at, price
    from items where id = $1";
pub(crate) const LIST: &str =
    "select items.id, items.owner_id, items.quantity, items.active, items.name,
        items.description, items.created_at, items.price, owners.id, owners.name, owners.email
    from items left join owners on items.owner_id = owners.id
    where items.active and items.quantity > $1 order by items.created_at desc limit $2";
pub(crate) const INSERT_ONE: &str = "insert into new_items
        (owner_id, quantity, active, name, description, created_at, price)
    values ($1, $2, $3, $4, $5, $6, $7) returning id";
const ITEMS: &str =
    "select id, owner_id, quantity, active, name, description, created_at, price from items";
const INSERT_MANY: &str = "insert into new_items
        (owner_id, quantity, active, name, description, created_at, price)
    select * from unnest($1::bigint[], $2::integer[], $3::boolean[], $4::text[], $5::text[],
        $6::timestamptz[], $7::double precision[])";
const UPDATE: &str = "update items set quantity = $1, description = $2 where id = $3";

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

pub(crate) struct Statements {
    items: Statement,
    find: Statement,
    list: Statement,
    insert_one: Statement,
    insert_many: Statement,
    update: Statement,
}

impl Statements {
    pub(crate) async fn prepare(client: &Client) -> Result<Self, Error> {
        Ok(Self {
            items: client.prepare(ITEMS).await?,
            find: client.prepare(FIND).await?,
            list: client.prepare(LIST).await?,
            insert_one: client.prepare(INSERT_ONE).await?,
            insert_many: client.prepare(INSERT_MANY).await?,
            update: client.prepare(UPDATE).await?,
        })
    }
}

fn read(row: &Row) -> Result<Item, Error> {
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

fn read_with_owner(row: &Row) -> Result<(Item, Option<Owner>), Error> {
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

pub(crate) async fn find(id: i64, client: &Client, statement: &Statement) -> Result<Item> {
    let row = client.query_one(statement, &[&id]).await?;
    Ok(read(&row)?)
}

pub(crate) async fn list(
    quantity: i32,
    client: &Client,
    statement: &Statement,
) -> Result<Vec<(Item, Option<Owner>)>> {
    let rows = client.query(statement, &[&quantity, &50_i64]).await?;
    Ok(rows
        .iter()
        .map(read_with_owner)
        .collect::<Result<_, Error>>()?)
}

pub(crate) async fn insert_one(
    item: input::NewItem,
    client: &Client,
    statement: &Statement,
) -> Result<i64> {
    let row = client
        .query_one(
            statement,
            &[
                &item.owner_id,
                &item.quantity,
                &item.active,
                &item.name,
                &item.description,
                &item.created_at,
                &item.price,
            ],
        )
        .await?;
    Ok(row.try_get(0)?)
}

impl Shop for TokioPostgres {
    async fn items(&mut self) -> Result<impl Shown> {
        let rows = self.client.query(&self.shop.items, &[]).await?;
        Ok(rows.iter().map(read).collect::<Result<Vec<_>, Error>>()?)
    }

    fn find(&mut self, id: i64) -> impl Future<Output = Result<impl Shown>> {
        find(id, &self.client, &self.shop.find)
    }

    fn list(&mut self, quantity: i32) -> impl Future<Output = Result<impl Shown>> {
        list(quantity, &self.client, &self.shop.list)
    }

    fn insert_one(&mut self, item: input::NewItem) -> impl Future<Output = Result<i64>> {
        insert_one(item, &self.client, &self.shop.insert_one)
    }

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
        self.client
            .execute(
                &self.shop.insert_many,
                &[
                    &owner_ids,
                    &quantities,
                    &active,
                    &names,
                    &descriptions,
                    &created_at,
                    &prices,
                ],
            )
            .await?;
        Ok(())
    }

    async fn update(&mut self, id: i64, quantity: i32, description: String) -> Result<()> {
        self.client
            .execute(&self.shop.update, &[&quantity, &description, &id])
            .await?;
        Ok(())
    }
}
