// A table has few keys.
use schema_core::prelude::*;

#[table(nmae = "visits")]
struct Visit {
    id: i64,
}

fn main() {}
