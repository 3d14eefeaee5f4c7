// Modifiers are written as method calls.
use schema_core::prelude::*;

#[table(name = "visits")]
#[index(name.desc)]
struct Visit {
    name: String,
}

fn main() {}
