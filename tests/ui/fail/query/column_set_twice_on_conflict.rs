// A column has one value (findings, section B).
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
    let upsert = Account.insert(row).on_conflict(Account.id).do_update().set(Account.age, 1);
    let _ = upsert.set(Account.age, 2);
}
