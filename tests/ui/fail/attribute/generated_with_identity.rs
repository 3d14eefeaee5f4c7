// A column is either generated or an identity.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(generated = "1", identity)]
    id: i64,
}

fn main() {}
