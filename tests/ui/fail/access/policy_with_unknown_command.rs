// `read` is no statement.
use schema_core::prelude::*;

#[table(name = "orders", row_level_security)]
#[policy(name = "own", command = read, using = "true")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
