// A table cannot be generic.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit<T> {
    id: T,
}

fn main() {}
