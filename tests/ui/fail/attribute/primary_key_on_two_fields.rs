// A table can have only one primary key.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(primary_key)]
    id: i64,
    #[column(primary_key)]
    number: i64,
}

fn main() {}
