// The key has the words of Postgres.
use schema_core::prelude::*;

#[table(name = "orders", rls)]
struct Order {
    id: i64,
}

fn main() {}
