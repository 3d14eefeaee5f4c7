// A scalar subquery may be NULL.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
}

#[table(name = "orders")]
struct Order {
    id: i64,
    account_id: i64,
}

fn main() {
    let largest = Order.select().columns(max(Order.id));
    let _ = Order
        .update()
        .set(Order.account_id, scalar(largest))
        .all_rows();
}
