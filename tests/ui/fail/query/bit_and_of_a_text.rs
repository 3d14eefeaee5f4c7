// A text has no bits.
use schema_core::expr::function::bit_and;
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
    let _ = Order.select().columns(bit_and(Order.name));
}
