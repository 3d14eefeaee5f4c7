// `#[table]` must be the first attribute.
use schema_core::prelude::*;

#[trigger(name = "t", before(insert), for_each = row, execute = "touch()")]
#[table(name = "orders")]
struct Order {
    id: i64,
}

fn main() {}
