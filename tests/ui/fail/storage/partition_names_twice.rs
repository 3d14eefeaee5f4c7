// Partitions have different names.
use schema_core::prelude::*;

#[table(name = "events")]
#[partition_by(list(id))]
#[partition(name = "a", values(1))]
#[partition(name = "a", values(2))]
struct Event {
    id: i64,
}

fn main() {}
