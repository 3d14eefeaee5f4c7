// The `where` of an update is evaluated row by row.
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
        .set(Account.age, 1)
        .filter(max(Account.id).eq(3));
}
