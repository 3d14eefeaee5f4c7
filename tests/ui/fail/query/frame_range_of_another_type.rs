// The offset has the type of the order.
use schema_core::expr::function::{current_row, preceding};
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
    let by_due = order_by(Order.due);
    let frame = by_due.range_between(preceding(0.5), current_row());
    let _ = Order.select().columns(count().over(frame));
}
