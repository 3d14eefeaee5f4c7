// A hash index cannot be unique.
use schema_core::prelude::*;

#[table(name = "visits")]
#[index(hash(name), unique)]
struct Visit {
    name: String,
}

fn main() {}
