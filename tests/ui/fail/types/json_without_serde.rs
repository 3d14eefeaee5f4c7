// What is stored as JSON can be written and read by serde.
use schema_core::prelude::*;

struct Analysis {}

#[table(name = "visits")]
struct Visit {
    #[column(primary_key)]
    id: i64,
    analysis: Json<Analysis>,
}

fn main() {}
