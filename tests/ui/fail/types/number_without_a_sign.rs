// Finding D9: Postgres has no such number.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    size: usize,
}

fn main() {}
