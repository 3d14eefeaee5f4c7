// A check needs a condition.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(check = " ")]
    id: i64,
}

fn main() {}
