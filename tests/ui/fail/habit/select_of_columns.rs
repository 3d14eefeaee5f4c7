// Columns are chosen by `columns` (finding D20).
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
    name: String,
}

fn main() {
    let _ = Account.select(Account.id);
}
