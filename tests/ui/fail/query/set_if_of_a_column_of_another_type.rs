// The columns have different types.
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
        .insert(NewAccount { name: "Ana".into() })
        .on_conflict(Account.id)
        .do_update()
        .set(Account.name, "Ana")
        .set_if(Account.age, Some(Account.name));
}
