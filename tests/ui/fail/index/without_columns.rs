// An index needs at least one column.
use schema_core::prelude::*;

#[table(name = "visits")]
#[index]
struct Visit {
    name: String,
}

fn main() {}
