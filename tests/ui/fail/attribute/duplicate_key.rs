// A key may be written only once.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(name = "a", name = "b")]
    id: i64,
}

fn main() {}
