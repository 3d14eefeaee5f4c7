// A table is a struct.
use schema_core::prelude::*;

#[table(name = "visits")]
union Visit {
    id: i64,
    number: i64,
}

fn main() {}
