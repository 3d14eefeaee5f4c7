// A text has no entries.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    labels: String,
}

fn main() {
    let _ = Item.select().columns(Item.labels.entry("color"));
}
