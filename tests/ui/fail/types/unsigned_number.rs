// Postgres has no unsigned integers.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(primary_key)]
    id: u64,
}

fn main() {}
