// Only a unique index asks whether NULLs are distinct.
use schema_core::prelude::*;

#[table(name = "visits")]
#[index(name, nulls_not_distinct)]
struct Visit {
    name: String,
}

fn main() {}
