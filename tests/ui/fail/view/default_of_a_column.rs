// Nothing is inserted into a view.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order { #[column(primary_key)] id: i64, note: Option<String>, open: bool }

#[view(query = Order.select().columns(SelectOpen { open: Order.open }))]
struct Open { #[column(default = true)] open: bool }

fn main() {}
