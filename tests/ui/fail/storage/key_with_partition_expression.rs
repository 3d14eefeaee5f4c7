// No key spans partitions by an expression.
use schema_core::prelude::*;

#[table(name = "events")]
#[partition_by(list(sql("lower(region)")))]
struct Event {
    #[column(primary_key)]
    region: String,
}

fn main() {}
