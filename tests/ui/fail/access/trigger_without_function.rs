// A trigger calls a function.
use schema_core::prelude::*;

#[table(name = "orders")]
#[trigger(name = "touch", before(update), for_each = row)]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
