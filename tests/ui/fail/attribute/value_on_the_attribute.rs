// An attribute has a list.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column = "x"]
    id: i64,
}

fn main() {}
