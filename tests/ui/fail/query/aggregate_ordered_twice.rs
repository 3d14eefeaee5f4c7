// An aggregate has one order.
use schema_core::expr::function::array_agg;
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
        .columns(array_agg(Order.name).order_by(Order.id).order_by(Order.name));
}
