// `range::lower` is for ranges.
use schema_core::expr::function::range;
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {
    let _ = Item.select().columns(range::lower(Item.name));
}
