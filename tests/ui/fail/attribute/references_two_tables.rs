// A foreign key references a single table.
use schema_core::prelude::*;

#[table(name = "visits")]
#[foreign_key(a, b, references = (X.a, Y.b))]
struct Visit {
    a: i64,
    b: i64,
}

fn main() {}
