// Postgres has no default name for a policy.
use schema_core::prelude::*;

#[table(name = "orders", row_level_security)]
#[policy(using = "owner = current_user")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
