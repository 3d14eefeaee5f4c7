// A group has several rows of the table.
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
        .columns((Account.all(), count()));
}
