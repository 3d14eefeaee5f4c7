// An index is on something.
use schema_core::prelude::*;

#[table(name = "visits")]
#[index]
struct Visit {
    name: String,
}

fn main() {}
