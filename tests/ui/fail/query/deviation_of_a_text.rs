// Statistics need numbers.
use schema_core::expr::function::stddev;
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
    let _ = Order.select().columns(stddev(Order.name));
}
