// A struct without `#[table]` is no table.
use schema_core::prelude::*;

struct Visit {
    note: String,
}

fn main() {
    let _ = Visit.select();
}
