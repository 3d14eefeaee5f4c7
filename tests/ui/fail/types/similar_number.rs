// A number is not similar to a text.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
}

fn main() {
    let _ = Item.select().filter(Item.id.similar_text("7")).columns(Item.id);
}
