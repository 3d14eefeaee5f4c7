// The joins of a query follow `select()`.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = Account.left_join(Account, Account.id.eq(1)).columns(Account.id);
}
