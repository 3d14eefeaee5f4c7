// A change is listed once.
use schema_core::prelude::*;

#[table(name = "orders")]
#[trigger(name = "t", before(insert, insert), for_each = row, execute = "touch()")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
