// A number has nothing in common with a range.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
}

fn main() {
    let _ = Item.select().filter(Item.id.overlaps_range(1..5)).columns(Item.id);
}
