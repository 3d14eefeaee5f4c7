// A default must have the column's type.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(primary_key)]
    id: i64,
    #[column(default = "none")]
    count: i32,
}

fn main() {}
