// Columns need names.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit(i64);

fn main() {}
