// `gin` has no operator class for ranges.
use schema_core::prelude::*;
use schema_core::types::Range;

#[table(name = "items")]
#[index(gin(seats))]
struct Item {
    #[column(primary_key)]
    id: i64,
    seats: Range<i32>,
}

fn main() {}
