//! The most common operations.

use schema_core::prelude::*;
use workloads::{Result, Shop, Shown, input};

use crate::Schema;
use crate::items::{Added, Item, NewAdded, find, insert_one, list};

impl Shop for Schema {
    async fn items(&mut self) -> Result<impl Shown> {
        Ok(Item.select().fetch_all(&mut self.0).await?)
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
        let rows: Vec<NewAdded> = items.into_iter().map(Into::into).collect();
        Added.insert_many(rows).execute(&mut self.0).await?;
        Ok(())
    }

    async fn update(&mut self, id: i64, quantity: i32, description: String) -> Result<()> {
        Item.update()
            .set(Item.quantity, quantity)
            .set(Item.description, description)
            .filter(Item.id.eq(id))
            .execute(&mut self.0)
            .await?;
        Ok(())
    }
}
