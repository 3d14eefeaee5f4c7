// Columns that are unique separately do not form a unique key together.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let row = NewAccount { name: "Ana".into() };
    let _ = Account
        .insert(row)
        .on_conflict((Account.id, Account.name))
        .do_nothing();
}
