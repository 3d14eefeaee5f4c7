// The window orders by a table that is not joined.
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
    let _ = Account
        .select()
        .columns(row_number().over(order_by(Order.id)));
}
