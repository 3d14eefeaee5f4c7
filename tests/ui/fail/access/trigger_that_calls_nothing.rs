// The function is called, so it has parentheses.
use schema_core::prelude::*;

#[table(name = "orders")]
#[trigger(name = "t", before(insert), for_each = row, execute = "touch")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
