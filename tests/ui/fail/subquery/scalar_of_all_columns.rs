// A scalar subquery selects a single column.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
}

#[table(name = "orders")]
struct Order {
    account_id: i64,
}

fn main() {
    let _ = Account.select().columns(scalar(Order.select()));
}
