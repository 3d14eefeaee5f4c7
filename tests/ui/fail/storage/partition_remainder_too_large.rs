// A remainder is less than its modulus.
use schema_core::prelude::*;

#[table(name = "events")]
#[partition_by(hash(id))]
#[partition(name = "events_4", modulus = 4, remainder = 4)]
struct Event {
    id: i64,
}

fn main() {}
