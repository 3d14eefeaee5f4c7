// A partition has one bound.
use schema_core::prelude::*;

#[table(name = "events")]
#[partition_by(list(id))]
#[partition(name = "events_1", values(1), default)]
struct Event {
    id: i64,
}

fn main() {}
