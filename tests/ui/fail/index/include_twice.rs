// An index can include a column only once.
use schema_core::prelude::*;

#[table(name = "visits")]
#[index(name, include(name))]
struct Visit {
    name: String,
}

fn main() {}
