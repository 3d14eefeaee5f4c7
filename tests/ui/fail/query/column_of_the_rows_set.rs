// Rows to insert have all required columns already (findings, section B).
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let rows = [NewAccount { name: "Ana".into() }];
    let _ = Account.insert_many(rows).set(Account.name, "Lee");
}
