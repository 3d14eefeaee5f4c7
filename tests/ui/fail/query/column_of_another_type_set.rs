// A column can only be set to an expression of its type.
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
        .update()
        .set(Account.age, Account.name)
        .filter(Account.id.eq(8));
}
