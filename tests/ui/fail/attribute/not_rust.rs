// What is not Rust is one error.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    id,
}

fn main() {}
