// A value among orderings is one error.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
}

fn main() {
    let accounts = Account.select();
    let _ = accounts.order_by((Account.id, 1));
}
