// A primary key is unique already.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(primary_key, unique)]
    id: i64,
}

fn main() {}
