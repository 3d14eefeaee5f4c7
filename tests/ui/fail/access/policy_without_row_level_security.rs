// Postgres ignores policies until row-level security is enabled.
use schema_core::prelude::*;

#[table(name = "orders")]
#[policy(name = "own", using = "owner = current_user")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
