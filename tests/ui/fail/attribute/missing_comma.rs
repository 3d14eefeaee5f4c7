// Keys are separated by commas.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(unique index)]
    id: i64,
}

fn main() {}
