// The frame ends before it starts.
use schema_core::expr::function::{following, preceding};
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
    let by_id = order_by(Order.id);
    let frame = by_id.rows_between(following(1), preceding(1));
    let _ = Order.select().columns(count().over(frame));
}
