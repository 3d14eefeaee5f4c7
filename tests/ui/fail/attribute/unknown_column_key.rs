// An unknown key; the error suggests the nearest one.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(uniqe)]
    id: i64,
}

fn main() {}
