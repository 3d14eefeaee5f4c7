// A query writes no rows.
use schema_core::prelude::*;

#[table(name = "orders", row_level_security)]
#[policy(name = "own", command = select, using = "true", with_check = "true")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
