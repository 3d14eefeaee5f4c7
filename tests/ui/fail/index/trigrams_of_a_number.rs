// Section B: trigrams are parts of a text.
use schema_core::prelude::*;

#[table(name = "items")]
#[index(gin(number.gin_trgm_ops))]
struct Item {
    #[column(primary_key)]
    id: i64,
    number: i32,
}

fn main() {}
