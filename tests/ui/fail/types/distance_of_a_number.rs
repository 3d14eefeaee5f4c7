// A number is not a point.
use schema_core::prelude::*;
use schema_core::types::Point;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
}

fn main() {
    let _ = Item.select().columns(Item.id.distance(Point { x: 1.0, y: 2.0 }));
}
