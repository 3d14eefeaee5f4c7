// Related to finding A13: an array is checked as well.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    #[column(sql_type = "int8[]")]
    numbers: Vec<i32>,
}

fn main() {}
