// A partition is a table with a name.
use schema_core::prelude::*;

#[table(name = "events")]
#[partition_by(range(id))]
#[partition(from = 1, to = 2)]
struct Event {
    id: i64,
}

fn main() {}
