// There are two check options.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order { #[column(primary_key)] id: i64, note: Option<String>, open: bool }

#[view(check_option = global, query = Order.select().columns(SelectOpen { id: Order.id }))]
struct Open { id: i64 }

fn main() {}
