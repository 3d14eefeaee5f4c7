// A number is within a range.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
}

fn main() {
    let _ = Item.select().filter(Item.id.within(7_i64)).columns(Item.id);
}
