// A column is set once, to an expression or to the excluded value. The returned rows are not a second error.
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
        .set(Account.name, "Ben")
        .set_excluded((Account.id, Account.name))
        .returning(Account.id);
}
