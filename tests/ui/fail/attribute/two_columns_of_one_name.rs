// Two columns cannot share a name.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    id: i64,
    #[column(name = "id")]
    number: i64,
}

fn main() {}
