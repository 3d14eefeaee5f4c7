// A comparison with NULL is never true; use `is_null`.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let age: Option<i32> = None;
    let _ = Account.select().filter(Account.age.eq(age));
}
