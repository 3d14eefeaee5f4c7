// Two constraints cannot share a name.
use schema_core::prelude::*;

#[table(name = "visits")]
#[unique(id, name = "rule")]
#[check(name = "rule", "id > 0")]
struct Visit {
    id: i64,
}

fn main() {}
