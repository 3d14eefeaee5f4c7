// The statement that creates the view is written from the struct.
use schema_core::prelude::*;

#[view(name = "open_orders", sql = "create view open_orders as select id from orders")]
struct Open { id: i64 }

fn main() { let _ = Open.select().filter(Open.id.eq(1)); }
