// A column has one value, also if both are optional (findings, section B).
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = Account.update().set_if(Account.age, Some(1)).set_if(Account.age, Some(2));
}
