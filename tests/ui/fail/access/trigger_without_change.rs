// A trigger fires on something.
use schema_core::prelude::*;

#[table(name = "orders")]
#[trigger(name = "touch", for_each = row, execute = "touch()")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
