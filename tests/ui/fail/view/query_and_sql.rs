// Two queries would be two views.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order { #[column(primary_key)] id: i64, open: bool }

#[view(query = Order.select().columns(SelectOpen { id: Order.id }), sql = "select id from orders")]
struct Open { id: i64 }

fn main() { let _ = Open.select().filter(Open.id.eq(1)); }
