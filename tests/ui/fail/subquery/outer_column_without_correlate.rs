// A subquery names the tables of the outer query that it reads, by `correlate`.
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
    let orders = Order.select().filter(Order.account_id.eq(Account.id));
    let _ = Account.select().filter(exists(orders));
}
