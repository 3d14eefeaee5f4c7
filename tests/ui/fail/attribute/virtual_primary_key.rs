// A virtual column cannot be part of a key.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(primary_key, generated(virtual, "1"))]
    id: i64,
}

fn main() {}
