// The word of SQL is `to`.
use schema_core::prelude::*;

#[table(name = "orders", row_level_security)]
#[policy(name = "own", role = "app", using = "true")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
