// A column has few keys; the nearest is named.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(uniqe)]
    id: i64,
}

fn main() {}
