// `#[index]` and similar attributes are only allowed on the struct.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[unique]
    id: i64,
}

fn main() {}
