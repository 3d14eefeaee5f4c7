// Texts are compared with numbers.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
    name: String,
}

#[table(name = "orders")]
struct Order {
    account_id: i64,
}

fn main() {
    let orders = Order.select().columns(Order.account_id);
    let _ = Account.select().filter(Account.name.is_in(orders));
}
