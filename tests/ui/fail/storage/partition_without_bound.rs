// A partition says which rows it contains.
use schema_core::prelude::*;

#[table(name = "events")]
#[partition_by(range(id))]
#[partition(name = "events_1")]
struct Event {
    id: i64,
}

fn main() {}
