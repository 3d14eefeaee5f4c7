// A view has columns.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order { #[column(primary_key)] id: i64, note: Option<String>, open: bool }

#[view(query = Order.select())]
enum Open { Id }

fn main() {}
