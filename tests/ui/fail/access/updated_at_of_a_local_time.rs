// `now()` has a time zone.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order {
    id: i64,
    #[column(updated_at)]
    changed: chrono::NaiveDateTime,
}

fn main() {}
