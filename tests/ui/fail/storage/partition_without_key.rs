// A partition belongs to a partitioned table.
use schema_core::prelude::*;

#[table(name = "events")]
#[partition(name = "events_1", from = 1, to = 2)]
struct Event {
    id: i64,
}

fn main() {}
