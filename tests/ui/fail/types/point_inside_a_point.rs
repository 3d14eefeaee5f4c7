// A point is in a circle.
use schema_core::prelude::*;
use schema_core::types::Point;

#[table(name = "sites")]
struct Site {
    #[column(primary_key)]
    id: i64,
    location: Point,
}

fn main() {
    let _ = Site.select().columns(Site.location.inside(Point { x: 1.0, y: 2.0 }));
}
