// A table name must not be empty.
use schema_core::prelude::*;

#[table(name = "")]
struct Visit {
    id: i64,
}

fn main() {}
