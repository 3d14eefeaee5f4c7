// The list of columns is empty.
use schema_core::prelude::*;

#[table(name = "orders")]
#[grant(update(), to = "app")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
