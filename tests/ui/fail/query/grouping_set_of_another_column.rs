// A set contains the grouped columns.
use schema_core::expr::grouping_sets;
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
    let sets = grouping_sets(Order.name, (Order.due, ()));
    let _ = Order.select().group_by(sets).columns(count());
}
