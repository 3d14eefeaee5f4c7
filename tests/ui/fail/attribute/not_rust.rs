// A syntax error is reported once.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    id,
}

fn main() {}
