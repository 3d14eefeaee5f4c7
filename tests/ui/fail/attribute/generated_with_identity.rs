// A column is numbered or computed.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(generated = "1", identity)]
    id: i64,
}

fn main() {}
