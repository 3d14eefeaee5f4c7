// The default has the type of the value.
use schema_core::expr::function::lag;
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
        .columns(lag(Order.price).default("x").over(order_by(Order.id)));
}
