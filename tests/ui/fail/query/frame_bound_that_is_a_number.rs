// A number is not a bound.
use schema_core::expr::function::current_row;
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
    let frame = by_id.rows_between(2, current_row());
    let _ = Order.select().columns(count().over(frame));
}
