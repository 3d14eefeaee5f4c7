// The name of a role is a string.
use schema_core::prelude::*;

#[table(name = "orders", row_level_security)]
#[policy(name = "own", to(app), using = "true")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
