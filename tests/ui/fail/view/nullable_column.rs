// A column of the query that can be NULL needs an `Option`.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order { #[column(primary_key)] id: i64, note: Option<String>, open: bool }

#[view(query = Order.select().columns(SelectOpen { text: Order.note }))]
struct Open { text: String }

fn main() {}
