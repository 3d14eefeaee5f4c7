// A statement that changes rows cannot be a view.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order { #[column(primary_key)] id: i64, note: Option<String>, open: bool }

#[view(query = Order.delete().filter(Order.open).returning(SelectOpen { id: Order.id }))]
struct Open { id: i64 }

fn main() {}
