// Section B: a primary key is never NULL.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: Option<i64>,
}

fn main() {}
