// Both sides of a foreign key need the same number of columns.
use schema_core::prelude::*;

#[table(name = "visits")]
#[foreign_key(a, b, references = Visit.a)]
struct Visit {
    #[column(unique)]
    a: i64,
    b: i64,
}

fn main() {}
