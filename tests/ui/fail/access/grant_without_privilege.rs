// A grant gives something.
use schema_core::prelude::*;

#[table(name = "orders")]
#[grant(to = "app")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
