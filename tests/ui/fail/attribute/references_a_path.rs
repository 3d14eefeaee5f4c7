// Finding D20: a column is a field of the table.
use schema_core::prelude::*;

#[table(name = "parents")]
struct Parent {
    #[column(primary_key)]
    id: i64,
}

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    #[column(references = Parent::id)]
    parent_id: i64,
}

fn main() {}
