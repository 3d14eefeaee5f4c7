// Only an update changes single columns.
use schema_core::prelude::*;

#[table(name = "orders")]
#[trigger(name = "t", before(delete(id)), for_each = row, execute = "touch()")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
