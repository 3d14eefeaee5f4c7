// A truncated table has no rows to look at.
use schema_core::prelude::*;

#[table(name = "orders")]
#[trigger(name = "t", before(truncate), for_each = row, execute = "touch()")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
