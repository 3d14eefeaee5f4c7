// `insert_many` accepts a list or an iterator of rows.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
}

fn main() {
    let _ = Account.insert_many(NewAccount { id: 7 });
}
