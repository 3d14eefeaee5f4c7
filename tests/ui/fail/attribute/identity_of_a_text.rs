// Section B: the server cannot number it.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    #[column(identity = by_default)]
    code: String,
}

fn main() {}
