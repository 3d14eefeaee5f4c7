// A name must be a string literal.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(name = 3)]
    id: i64,
}

fn main() {}
