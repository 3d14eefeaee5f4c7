// The columns of a derived table have names, which a tuple has not.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order {
    id: i64,
    account_id: i64,
}

fn main() {
    let orders = Order.select().columns((Order.account_id, Order.id));
    let _ = orders.as_table();
}
