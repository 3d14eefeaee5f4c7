// Points have no order.
use schema_core::prelude::*;
use schema_core::types::Point;

#[table(name = "places")]
#[index(location)]
struct Place {
    #[column(primary_key)]
    id: i64,
    location: Point,
}

fn main() {}
