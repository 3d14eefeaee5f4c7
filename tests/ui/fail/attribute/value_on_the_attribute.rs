// `#[column]` accepts a list in parentheses, not a value.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column = "x"]
    id: i64,
}

fn main() {}
