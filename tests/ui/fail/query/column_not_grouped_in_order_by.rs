// Groups can only be ordered by their columns and by aggregates.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = Account
        .select()
        .group_by(Account.age)
        .order_by(Account.name.asc());
}
