// A table without a primary key has no `find`.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    note: String,
}

fn main() {
    let _ = Visit.find(7);
}
