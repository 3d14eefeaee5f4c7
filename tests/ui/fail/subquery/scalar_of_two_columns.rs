// A scalar subquery selects a single column.
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
    let orders = Order.select().columns((Order.account_id, Order.id));
    let _ = Account.select().columns(scalar(orders));
}
