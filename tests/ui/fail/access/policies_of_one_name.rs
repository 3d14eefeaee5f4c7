// Each policy of a table has a name of its own.
use schema_core::prelude::*;

#[table(name = "orders", row_level_security)]
#[policy(name = "own", using = "true")]
#[policy(name = "own", command = select, using = "true")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
