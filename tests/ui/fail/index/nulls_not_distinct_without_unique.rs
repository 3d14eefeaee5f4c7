// `nulls_not_distinct` only applies to a unique index.
use schema_core::prelude::*;

#[table(name = "visits")]
#[index(name, nulls_not_distinct)]
struct Visit {
    name: String,
}

fn main() {}
