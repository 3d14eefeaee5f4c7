// `#[column]` is only allowed on a field.
use schema_core::prelude::*;

#[table(name = "visits")]
#[column(unique)]
struct Visit {
    id: i64,
}

fn main() {}
