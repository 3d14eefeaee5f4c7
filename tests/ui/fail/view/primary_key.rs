// A view has no keys.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order { #[column(primary_key)] id: i64, note: Option<String>, open: bool }

#[view(query = Order.select().columns(SelectOpen { id: Order.id }))]
struct Open { #[column(primary_key)] id: i64 }

fn main() {}
