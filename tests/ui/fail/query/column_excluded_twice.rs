// Postgres rejects an assignment of the same column twice.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {
    let _ = Account
        .insert(NewAccount { id: 7, name: "Ana".into() })
        .on_conflict(Account.id)
        .do_update()
        .set_excluded((Account.name, Account.name));
}
