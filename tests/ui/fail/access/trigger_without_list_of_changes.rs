// The changes are a list.
use schema_core::prelude::*;

#[table(name = "orders")]
#[trigger(name = "t", before = insert, for_each = row, execute = "touch()")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
