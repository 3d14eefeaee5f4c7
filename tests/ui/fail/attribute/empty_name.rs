// A table has a name.
use schema_core::prelude::*;

#[table(name = "")]
struct Visit {
    id: i64,
}

fn main() {}
