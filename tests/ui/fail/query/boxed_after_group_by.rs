// A grouped query cannot be boxed.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
    name: String,
}

fn main() {
    let _ = Account
        .select()
        .group_by(Account.name)
        .columns((Account.name, count()))
        .boxed();
}
