// The list of roles is empty.
use schema_core::prelude::*;

#[table(name = "orders")]
#[grant(select, to())]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
