// The elements of an array cannot be arrays.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(primary_key)]
    id: i64,
    marks: Vec<Vec<i32>>,
}

fn main() {}
