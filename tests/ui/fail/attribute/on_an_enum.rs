// Only a struct can be a table.
use schema_core::prelude::*;

#[table(name = "visits")]
enum Visit {
    Open,
}

fn main() {}
