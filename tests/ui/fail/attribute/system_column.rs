// Postgres has columns of its own.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    ctid: i64,
}

fn main() {}
