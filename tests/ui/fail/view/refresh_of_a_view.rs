// A view that is not materialized has no rows of its own.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order { #[column(primary_key)] id: i64, note: Option<String>, open: bool }

#[view(query = Order.select().columns(SelectOpen { id: Order.id }))]
struct Open { id: i64 }

fn main() {
    let _ = Open.refresh();
}
