// A materialized view reads its tables when it is refreshed, so nobody invokes it.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order { #[column(primary_key)] id: i64, note: Option<String>, open: bool }

#[view(materialized, security_invoker, query = Order.select().columns(SelectOpen { id: Order.id }))]
struct Open { id: i64 }

fn main() {}
