// A view without a query is nothing.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order { #[column(primary_key)] id: i64, note: Option<String>, open: bool }

#[view(name = "open_orders")]
struct Open { id: i64 }

fn main() {}
