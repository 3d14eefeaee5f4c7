// A column that may be left out is set, and not a part of the literal.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = Account.insert(NewAccount {
        name: "Ana".into(),
        age: Some(41),
    });
}
