// `name` needs a value.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(name)]
    id: i64,
}

fn main() {}
