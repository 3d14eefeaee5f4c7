// A partitioned table stores no rows itself.
use schema_core::prelude::*;

#[table(name = "events", unlogged)]
#[partition_by(hash(id))]
struct Event {
    id: i64,
}

fn main() {}
