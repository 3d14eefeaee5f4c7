// An insert reads no rows.
use schema_core::prelude::*;

#[table(name = "orders", row_level_security)]
#[policy(name = "own", command = insert, using = "true")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
