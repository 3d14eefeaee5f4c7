// Postgres computes the column from others.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order {
    id: i64,
    #[column(updated_at, generated = "now()")]
    changed: chrono::DateTime<chrono::Utc>,
}

fn main() {}
