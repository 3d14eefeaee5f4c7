// A constraint can list a column only once.
use schema_core::prelude::*;

#[table(name = "visits")]
#[unique(id, id)]
struct Visit {
    id: i64,
}

fn main() {}
