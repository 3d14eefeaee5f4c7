// A table is one type.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit<T> {
    id: T,
}

fn main() {}
