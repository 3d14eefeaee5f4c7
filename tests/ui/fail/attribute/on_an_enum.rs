// A table is a struct.
use schema_core::prelude::*;

#[table(name = "visits")]
enum Visit {
    Open,
}

fn main() {}
