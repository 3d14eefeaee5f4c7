// The columns of a named query have names, which a tuple has not.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order {
    id: i64,
    account_id: i64,
}

fn main() {
    let orders = Order.select().columns((Order.id, Order.account_id));
    let _ = with(orders);
}
