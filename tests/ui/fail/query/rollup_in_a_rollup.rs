// A rollup contains expressions.
use schema_core::expr::{cube, rollup};
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order {
    #[column(primary_key)]
    id: i64,
    name: String,
    price: f64,
    due: Option<i32>,
}

fn main() {
    let _ = Order
        .select()
        .group_by(rollup((Order.name, cube(Order.due))))
        .columns(count());
}
