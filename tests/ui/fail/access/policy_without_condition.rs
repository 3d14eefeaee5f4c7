// A policy without a condition allows nothing.
use schema_core::prelude::*;

#[table(name = "orders", row_level_security)]
#[policy(name = "own", command = insert)]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
