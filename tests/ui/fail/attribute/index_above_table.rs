// Finding D1: `#[table]` reads what is below it.
use schema_core::prelude::*;

#[index(name)]
#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {}
