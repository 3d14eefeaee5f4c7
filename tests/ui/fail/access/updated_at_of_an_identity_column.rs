// Postgres numbers the rows.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order {
    id: i64,
    #[column(updated_at, identity)]
    changed: i64,
}

fn main() {}
