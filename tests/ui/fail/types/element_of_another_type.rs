// A range of integers contains integers.
use schema_core::prelude::*;
use schema_core::types::Range;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    seats: Range<i32>,
}

fn main() {
    let _ = Item.select().filter(Item.seats.contains_element("7")).columns(Item.id);
}
