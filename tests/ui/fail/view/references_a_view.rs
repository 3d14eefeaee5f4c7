// Only a table has keys that another table can reference.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order { #[column(primary_key)] id: i64 }

#[view(query = Order.select().columns(SelectOpen { id: Order.id }))]
struct Open { id: i64 }

#[table(name = "notes")]
struct Note { #[column(references = Open.id)] order_id: i64 }

fn main() {}
