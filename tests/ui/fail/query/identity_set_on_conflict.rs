// `do_update` cannot set an identity column either.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let row = NewAccount { name: "Ana".into() };
    let _ = Account
        .insert(row)
        .on_conflict(Account.id)
        .do_update()
        .set(Account.id, 7);
}
