// A flag takes no value.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(unique = true)]
    id: i64,
}

fn main() {}
