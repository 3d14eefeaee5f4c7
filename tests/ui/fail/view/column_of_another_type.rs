// A view has the types of its query, and `id` is a number.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order { #[column(primary_key)] id: i64, note: Option<String>, open: bool }

#[view(query = Order.select().columns(SelectOpen { no: Order.id }))]
struct Open { no: String }

fn main() {}
