// Section B: the column cannot be NULL.
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
    #[column(references = Parent.id, on_delete = set_null)]
    parent_id: i64,
}

fn main() {}
