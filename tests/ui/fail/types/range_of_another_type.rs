// Ranges of integers and of larger integers do not overlap.
use schema_core::prelude::*;
use schema_core::types::Range;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    seats: Range<i32>,
}

fn main() {
    let _ = Item.select().filter(Item.seats.overlaps_range(1_i64..5)).columns(Item.id);
}
