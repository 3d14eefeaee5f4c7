// Finding D9: Postgres stores moments without their zone.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    at: chrono::DateTime<chrono::Local>,
}

fn main() {}
