// Only a struct can be a table.
use schema_core::prelude::*;

#[table(name = "visits")]
fn visits() {}

fn main() {}
