// A row must own its values.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit<'a> {
    name: &'a str,
}

fn main() {}
