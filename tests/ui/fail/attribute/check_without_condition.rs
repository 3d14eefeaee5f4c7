// A check needs a condition.
use schema_core::prelude::*;

#[table(name = "visits")]
#[check(name = "positive")]
struct Visit {
    id: i64,
}

fn main() {}
