// The joined tables come before the groups.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key)]
    id: i64,
}

#[table(name = "orders")]
struct Order {
    account_id: i64,
}

fn main() {
    let _ = Account
        .select()
        .group_by(Account.id)
        .inner_join(Order, Order.account_id.eq(Account.id));
}
