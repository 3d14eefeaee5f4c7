// Texts cannot be interpolated.
use schema_core::expr::function::percentile_cont;
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
        .columns(percentile_cont(0.5).within_group(Order.name));
}
