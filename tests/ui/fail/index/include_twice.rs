// A column is in an index once.
use schema_core::prelude::*;

#[table(name = "visits")]
#[index(name, include(name))]
struct Visit {
    name: String,
}

fn main() {}
