// A policy is about rows.
use schema_core::prelude::*;

#[table(name = "orders", row_level_security)]
struct Order {
    #[policy(name = "own", using = "owner = current_user")]
    owner: String,
}

fn main() {}
