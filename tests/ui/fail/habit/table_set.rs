// The columns to set follow `update()`.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = Account.set(Account.age, 1).filter(Account.id.eq(1));
}
