// `change` is none of the four.
use schema_core::prelude::*;

#[table(name = "orders")]
#[trigger(name = "t", before(change), for_each = row, execute = "touch()")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
