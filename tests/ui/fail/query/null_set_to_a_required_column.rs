// A column that is not null cannot be set to `None`.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let name: Option<String> = None;
    let _ = Account
        .update()
        .set(Account.name, name)
        .filter(Account.id.eq(8));
}
