// An index has a single method.
use schema_core::prelude::*;

#[table(name = "visits")]
#[index(hash(name), gin(name))]
struct Visit {
    name: String,
}

fn main() {}
