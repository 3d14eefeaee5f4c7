// Items are separated.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(unique index)]
    id: i64,
}

fn main() {}
