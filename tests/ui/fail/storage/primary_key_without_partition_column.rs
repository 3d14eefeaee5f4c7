// A primary key of a partitioned table contains the partition column.
use schema_core::prelude::*;

#[table(name = "events")]
#[partition_by(list(region))]
struct Event {
    #[column(primary_key)]
    id: i64,
    region: String,
}

fn main() {}
