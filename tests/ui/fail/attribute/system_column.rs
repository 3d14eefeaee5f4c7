// Postgres reserves the names of its system columns.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    ctid: i64,
}

fn main() {}
