// The bound of a partition has the form of the key.
use schema_core::prelude::*;

#[table(name = "events")]
#[partition_by(range(id))]
#[partition(name = "events_1", values(1, 2))]
struct Event {
    id: i64,
}

fn main() {}
