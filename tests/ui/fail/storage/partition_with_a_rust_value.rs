// The values of a bound are literals or SQL.
use schema_core::prelude::*;

#[table(name = "events")]
#[partition_by(range(id))]
#[partition(name = "events_1", from = START, to = 3)]
struct Event {
    id: i64,
}

fn main() {}
