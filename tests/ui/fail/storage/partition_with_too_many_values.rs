// An end of a range has a value for each part of the key.
use schema_core::prelude::*;

#[table(name = "events")]
#[partition_by(range(id))]
#[partition(name = "events_1", from(1, 2), to = 3)]
struct Event {
    id: i64,
}

fn main() {}
