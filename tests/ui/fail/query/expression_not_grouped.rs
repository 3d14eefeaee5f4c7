// The query groups by another expression.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order {
    price: i64,
    discount: i64,
}

fn main() {
    let _ = Order
        .select()
        .group_by(Order.price - Order.discount)
        .columns((grouped(Order.price + Order.discount), count()));
}
