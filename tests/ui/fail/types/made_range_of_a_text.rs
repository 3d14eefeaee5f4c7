// Postgres has no ranges of texts.
use schema_core::expr::function::range;
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {
    let _ = Item.select().columns(range::range(Item.name, "z"));
}
