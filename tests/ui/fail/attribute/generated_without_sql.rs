// A generated column needs an expression.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(generated = lower)]
    id: i64,
}

fn main() {}
