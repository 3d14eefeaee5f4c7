// A table needs at least one column.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {}

fn main() {}
