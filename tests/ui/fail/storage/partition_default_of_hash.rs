// Every hash has a remainder, so there is no default partition.
use schema_core::prelude::*;

#[table(name = "events")]
#[partition_by(hash(id))]
#[partition(name = "events_other", default)]
struct Event {
    id: i64,
}

fn main() {}
