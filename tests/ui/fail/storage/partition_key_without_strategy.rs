// Rows are distributed by range, list or hash.
use schema_core::prelude::*;

#[table(name = "events")]
#[partition_by(id)]
struct Event {
    id: i64,
}

fn main() {}
