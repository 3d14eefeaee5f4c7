// A window function needs a window.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
}

fn main() {
    let _ = Account.select().columns(row_number());
}
