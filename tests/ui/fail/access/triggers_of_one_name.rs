// Each trigger of a table has a name of its own.
use schema_core::prelude::*;

#[table(name = "orders")]
#[trigger(name = "t", before(insert), for_each = row, execute = "touch()")]
#[trigger(name = "t", before(delete), for_each = row, execute = "touch()")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
