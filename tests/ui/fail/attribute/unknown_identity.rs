// An identity is of two kinds.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(identity = sometimes)]
    id: i64,
}

fn main() {}
