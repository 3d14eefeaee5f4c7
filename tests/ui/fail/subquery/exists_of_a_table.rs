// `exists` reads a query.
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
    let _ = Account.select().filter(exists(Order));
}
