// A trigger fires before or after a change.
use schema_core::prelude::*;

#[table(name = "orders")]
#[trigger(name = "t", before(update), after(insert), for_each = row, execute = "touch()")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
