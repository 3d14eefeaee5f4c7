// Only a materialized view stores rows.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order { #[column(primary_key)] id: i64, note: Option<String>, open: bool }

#[view(no_data, query = Order.select().columns(SelectOpen { id: Order.id }))]
struct Open { id: i64 }

fn main() {}
