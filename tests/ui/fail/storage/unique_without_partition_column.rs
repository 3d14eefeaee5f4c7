// A unique constraint of a partitioned table contains the partition column.
use schema_core::prelude::*;

#[table(name = "events")]
#[partition_by(list(region))]
#[unique(code, number)]
struct Event {
    code: i64,
    number: i64,
    region: String,
}

fn main() {}
