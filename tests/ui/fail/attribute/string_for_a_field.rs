// Field names are written without quotes.
use schema_core::prelude::*;

#[table(name = "visits")]
#[unique("id")]
struct Visit {
    id: i64,
}

fn main() {}
