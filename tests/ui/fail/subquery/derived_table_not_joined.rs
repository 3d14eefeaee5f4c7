// The query does not read the derived table.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
    name: String,
}

#[derive(Selectable)]
struct Total {
    account_id: i64,
    orders: i64,
}

fn main() {
    let _ = Account.select().columns((Account.name, Total.orders));
}
