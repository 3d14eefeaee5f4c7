// A value for one row is not computed from many (findings, section B).
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = Account.update().set(Account.age, max(Account.age)).all_rows();
}
