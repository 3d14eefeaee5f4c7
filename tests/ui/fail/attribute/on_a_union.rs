// Only a struct can be a table.
use schema_core::prelude::*;

#[table(name = "visits")]
union Visit {
    id: i64,
    number: i64,
}

fn main() {}
