// The value has another type than the rows.
use schema_core::expr::function::rank_of;
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
        .columns(rank_of("x").within_group(Order.price));
}
