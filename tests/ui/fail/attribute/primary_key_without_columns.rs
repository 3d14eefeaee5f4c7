// A primary key needs at least one column.
use schema_core::prelude::*;

#[table(name = "visits")]
#[primary_key]
struct Visit {
    id: i64,
}

fn main() {}
