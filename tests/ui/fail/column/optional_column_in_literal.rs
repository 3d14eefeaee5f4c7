// The insert struct has required columns only; optional ones are set with `set`.
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
