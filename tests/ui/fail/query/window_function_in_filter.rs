// Windows are computed after `filter`.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
}

fn main() {
    let _ = Account
        .select()
        .filter(row_number().over(order_by(Account.id)).le(3));
}
