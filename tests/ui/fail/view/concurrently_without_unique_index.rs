// `concurrently` compares old and new rows by a unique index.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order { #[column(primary_key)] id: i64, note: Option<String>, open: bool }

#[view(materialized, query = Order.select().columns(SelectOpen { id: Order.id }))]
struct Open { #[column(index)] id: i64 }

fn main() {
    let _ = Open.refresh().concurrently();
}
