// A filter is a condition.
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
    let _ = Order.select().columns(count().filter(Order.price));
}
