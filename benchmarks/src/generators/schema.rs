//! schema: the text of a static query is a constant, that of a dynamic query is written at run time.

use schema_core::exec::Statement as _;
use schema_core::prelude::*;
use workloads::Result;
use workloads::generate::{Filters, Generator};

#[table(name = "owners")]
#[allow(dead_code, reason = "no row is read")]
struct Owner {
    #[column(primary_key, identity = by_default)]
    id: i64,
    name: String,
    email: String,
}

#[table(name = "items")]
#[allow(dead_code, reason = "no row is read")]
struct Item {
    #[column(primary_key, identity = by_default)]
    id: i64,
    owner_id: i64,
    quantity: i32,
    active: bool,
    name: String,
    description: String,
    created_at: chrono::DateTime<chrono::Utc>,
    price: f64,
}

struct Schema;

/// Builds the query. A macro, because the type of the query is impractical to name.
macro_rules! fixed {
    ($quantity:expr) => {
        Item.select()
            .left_join(Owner, Item.owner_id.eq(Owner.id))
            .filter(Item.active.and(Item.quantity.gt($quantity)))
            .order_by(Item.created_at.desc())
            .limit(50)
    };
}

macro_rules! dynamic {
    ($filters:expr) => {
        Item.select()
            .left_join(Owner, Item.owner_id.eq(Owner.id))
            .filter($filters.owner_id.map(|id| Item.owner_id.eq(id)))
            .filter($filters.quantity.map(|quantity| Item.quantity.gt(quantity)))
            .filter($filters.active.map(|active| Item.active.eq(active)))
            .filter($filters.name.map(|name| Item.name.like(name)))
            .order_by(Item.created_at.desc())
            .limit(50)
    };
}

impl Generator for Schema {
    fn fixed(quantity: i32) -> impl AsRef<str> {
        fixed!(quantity).to_sql()
    }

    fn dynamic(filters: Filters<'_>) -> impl AsRef<str> {
        dynamic!(filters).to_sql()
    }

    fn fixed_with_values(quantity: i32) -> Option<impl Sized> {
        fixed!(quantity).into_sqlx().ok()
    }

    fn dynamic_with_values(filters: Filters<'_>) -> Option<impl Sized> {
        dynamic!(filters).into_sqlx().ok()
    }
}

fn main() -> Result<()> {
    workloads::generate::main::<Schema>()
}
