// An unknown modifier of an index column.
use schema_core::prelude::*;

#[table(name = "visits")]
#[index(name.dsc())]
struct Visit {
    name: String,
}

fn main() {}
