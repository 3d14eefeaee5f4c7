// Two indexes cannot share a name.
use schema_core::prelude::*;

#[table(name = "visits")]
#[index(id, name = "i")]
#[index(number, name = "i")]
struct Visit {
    id: i64,
    number: i64,
}

fn main() {}
