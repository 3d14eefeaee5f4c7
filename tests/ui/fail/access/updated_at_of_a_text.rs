// The trigger sets the column to `now()`.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order {
    id: i64,
    #[column(updated_at)]
    changed: String,
}

fn main() {}
