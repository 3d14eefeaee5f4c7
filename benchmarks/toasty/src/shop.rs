//! The most common operations.

use jiff::Timestamp;
use toasty::{Deferred, Executor};
use workloads::{Result, Shop, Shown, input, shown};

use crate::Toasty;

/// The maximum number of rows of an insert: the parameters allowed by Postgres divided by the columns of a row.
const ROWS_IN_STATEMENT: usize = 65_535 / 7;

#[derive(Debug, toasty::Model)]
#[table = "owners"]
pub(crate) struct Owner {
    #[key]
    #[auto]
    id: i64,
    name: String,
    email: String,
}

#[derive(Debug, toasty::Model)]
#[table = "items"]
pub(crate) struct Item {
    #[key]
    #[auto]
    id: i64,
    #[index]
    owner_id: i64,
    #[belongs_to]
    owner: Deferred<Owner>,
    quantity: i32,
    active: bool,
    name: String,
    description: String,
    created_at: Timestamp,
    price: f64,
}

#[derive(Debug, toasty::Model)]
#[table = "new_items"]
struct NewItem {
    #[key]
    #[auto]
    id: i64,
    owner_id: i64,
    quantity: i32,
    active: bool,
    name: String,
    description: String,
    created_at: Timestamp,
    price: f64,
}

shown!(
    Owner: id, name, email;
    Item: id, owner_id, quantity, active, name, description, created_at, price;
);

/// An item with its owner.
pub(crate) struct WithOwner(Item);

impl Shown for WithOwner {
    fn show(&self, text: &mut String) {
        self.0.show(text);
        self.0.owner.get().show(text);
    }
}

fn timestamp(item: &input::NewItem) -> Result<Timestamp> {
    Ok(Timestamp::from_microsecond(
        item.created_at.timestamp_micros(),
    )?)
}

pub(crate) async fn find(id: i64, on: &mut dyn Executor) -> Result<Item> {
    Ok(Item::get_by_id(on, &id).await?)
}

pub(crate) async fn list(quantity: i32, on: &mut dyn Executor) -> Result<Vec<WithOwner>> {
    let fields = Item::fields();
    let items = Item::filter(fields.active().eq(true).and(fields.quantity().gt(quantity)))
        .order_by(fields.created_at().desc())
        .limit(50)
        .include(fields.owner())
        .exec(on)
        .await?;
    Ok(items.into_iter().map(WithOwner).collect())
}

pub(crate) async fn insert_one(item: input::NewItem, on: &mut dyn Executor) -> Result<i64> {
    let created_at = timestamp(&item)?;
    let created = toasty::create!(NewItem {
        owner_id: item.owner_id,
        quantity: item.quantity,
        active: item.active,
        name: item.name,
        description: item.description,
        created_at,
        price: item.price,
    })
    .exec(on)
    .await?;
    Ok(created.id)
}

impl Shop for Toasty {
    async fn items(&mut self) -> Result<impl Shown> {
        Ok(Item::all().exec(&mut self.0).await?)
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
        let mut items = items.into_iter().peekable();
        while items.peek().is_some() {
            let mut many = NewItem::create_many();
            for item in items.by_ref().take(ROWS_IN_STATEMENT) {
                let created_at = timestamp(&item)?;
                let row = NewItem::create()
                    .owner_id(item.owner_id)
                    .quantity(item.quantity)
                    .active(item.active)
                    .name(item.name)
                    .description(item.description)
                    .created_at(created_at)
                    .price(item.price);
                many = many.item(row);
            }
            many.exec(&mut self.0).await?;
        }
        Ok(())
    }

    async fn update(&mut self, id: i64, quantity: i32, description: String) -> Result<()> {
        Item::filter_by_id(id)
            .update()
            .quantity(quantity)
            .description(description)
            .exec(&mut self.0)
            .await?;
        Ok(())
    }
}
