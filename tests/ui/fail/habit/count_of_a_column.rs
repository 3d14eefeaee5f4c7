// `count()` counts rows, `count_of(column)` values (finding D20).
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
}

fn main() {
    let _ = Account.select().columns(count(Account.id));
}
