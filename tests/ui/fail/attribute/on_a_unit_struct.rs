// A table has columns.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit;

fn main() {}
