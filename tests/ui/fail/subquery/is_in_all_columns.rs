// A value is compared with a single column, and the subquery selects whole rows.
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
    let _ = Account.select().filter(Account.id.is_in(Order.select()));
}
