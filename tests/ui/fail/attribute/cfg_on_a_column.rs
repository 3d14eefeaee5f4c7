// A table has the same columns everywhere.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    id: i64,
    #[cfg(test)]
    number: i64,
}

fn main() {}
