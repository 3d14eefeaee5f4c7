// Rows are deleted, not columns.
use schema_core::prelude::*;

#[table(name = "orders")]
#[grant(delete(id), to = "app")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
