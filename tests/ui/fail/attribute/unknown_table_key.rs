// An unknown key of `#[table]`.
use schema_core::prelude::*;

#[table(nmae = "visits")]
struct Visit {
    id: i64,
}

fn main() {}
