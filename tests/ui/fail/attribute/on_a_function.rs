// A table is a struct.
use schema_core::prelude::*;

#[table(name = "visits")]
fn visits() {}

fn main() {}
