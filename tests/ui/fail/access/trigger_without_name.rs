// Postgres has no default name for a trigger.
use schema_core::prelude::*;

#[table(name = "orders")]
#[trigger(before(update), for_each = row, execute = "touch()")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
