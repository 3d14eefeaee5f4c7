// Nothing follows the last row.
use schema_core::expr::function::unbounded_following;
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
    let _ = Order.select().columns(
        count().over(
            order_by(Order.id).rows_between(unbounded_following(), unbounded_following()),
        ),
    );
}
