// A column of an index is ordered by few words.
use schema_core::prelude::*;

#[table(name = "visits")]
#[index(name.dsc())]
struct Visit {
    name: String,
}

fn main() {}
