// The list of changes is empty.
use schema_core::prelude::*;

#[table(name = "orders")]
#[trigger(name = "t", before(), for_each = row, execute = "touch()")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
