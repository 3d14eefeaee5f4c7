// A table can have only one primary key.
use schema_core::prelude::*;

#[table(name = "visits")]
#[primary_key(id)]
struct Visit {
    #[column(primary_key)]
    id: i64,
}

fn main() {}
