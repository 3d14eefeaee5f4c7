// The column is not nullable.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
    name: String,
}

fn main() {
    let name: Option<Option<String>> = Some(None);
    let _ = Account.update().set_if(Account.name, name);
}
