//! The most common operations.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder as _, QuerySelect as _};
use workloads::{Result, Shop, Shown, input, shown};

use crate::SeaOrm;
use crate::shop_entities::{item, new_item, owner};

/// The maximum number of rows of an insert: the parameters allowed by Postgres divided by the columns of a row.
const ROWS_IN_STATEMENT: usize = 65_535 / 7;

shown!(
    owner::Model: id, name, email;
    item::Model: id, owner_id, quantity, active, name, description, created_at, price;
);

fn active(item: input::NewItem) -> new_item::ActiveModel {
    new_item::ActiveModel {
        owner_id: Set(item.owner_id),
        quantity: Set(item.quantity),
        active: Set(item.active),
        name: Set(item.name),
        description: Set(item.description),
        created_at: Set(item.created_at),
        price: Set(item.price),
        ..Default::default()
    }
}

pub(crate) async fn find(id: i64, on: &impl ConnectionTrait) -> Result<item::Model> {
    let item = item::Entity::find_by_id(id).one(on).await?;
    Ok(item.ok_or("there is no such item")?)
}

pub(crate) async fn list(
    quantity: i32,
    on: &impl ConnectionTrait,
) -> Result<Vec<(item::Model, Option<owner::Model>)>> {
    let rows = item::Entity::find()
        .filter(item::COLUMN.active.eq(true))
        .filter(item::COLUMN.quantity.gt(quantity))
        .order_by_desc(item::COLUMN.created_at)
        .limit(50)
        .find_also_related(owner::Entity)
        .all(on)
        .await?;
    Ok(rows)
}

pub(crate) async fn insert_one(item: input::NewItem, on: &impl ConnectionTrait) -> Result<i64> {
    let result = new_item::Entity::insert(active(item)).exec(on).await?;
    Ok(result.last_insert_id)
}

impl Shop for SeaOrm {
    async fn items(&mut self) -> Result<impl Shown> {
        Ok(item::Entity::find().all(self.connection()?).await?)
    }

    async fn find(&mut self, id: i64) -> Result<impl Shown> {
        find(id, self.connection()?).await
    }

    async fn list(&mut self, quantity: i32) -> Result<impl Shown> {
        list(quantity, self.connection()?).await
    }

    async fn insert_one(&mut self, item: input::NewItem) -> Result<i64> {
        insert_one(item, self.connection()?).await
    }

    async fn insert_many(&mut self, items: Vec<input::NewItem>) -> Result<()> {
        let mut rows = items.into_iter().map(active).peekable();
        while rows.peek().is_some() {
            new_item::Entity::insert_many(rows.by_ref().take(ROWS_IN_STATEMENT))
                .exec_without_returning(self.connection()?)
                .await?;
        }
        Ok(())
    }

    async fn update(&mut self, id: i64, quantity: i32, description: String) -> Result<()> {
        item::Entity::update_many()
            .set(item::ActiveModel {
                quantity: Set(quantity),
                description: Set(description),
                ..Default::default()
            })
            .filter(item::COLUMN.id.eq(id))
            .exec(self.connection()?)
            .await?;
        Ok(())
    }
}
