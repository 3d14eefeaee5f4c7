// A column is a field of the constant, not of the row type (finding D3).
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
}

fn main() {
    let _ = Account.select().filter(Account::id.eq(1));
}
