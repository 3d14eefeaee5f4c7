// Policies are used, or used by the owner as well.
use schema_core::prelude::*;

#[table(name = "orders", row_level_security = on)]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
