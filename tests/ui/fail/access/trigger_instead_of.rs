// A table has no such triggers.
use schema_core::prelude::*;

#[table(name = "orders")]
#[trigger(name = "t", instead_of(insert), for_each = row, execute = "touch()")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
