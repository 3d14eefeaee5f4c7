// The column is a text.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
    name: String,
}

fn main() {
    let _ = Account.update().set_if(Account.name, Some(7));
}
