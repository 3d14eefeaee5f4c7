// A table must have the same columns in every build.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    id: i64,
    #[cfg(test)]
    number: i64,
}

fn main() {}
