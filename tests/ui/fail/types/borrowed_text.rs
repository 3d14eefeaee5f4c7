// A row must own its values.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(primary_key)]
    id: &'static str,
}

fn main() {}
