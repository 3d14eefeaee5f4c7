// A list or a subquery is compared by `is_in`; a single value by `eq` (finding D20).
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
}

fn main() {
    let _ = Account.select().filter(Account.id.is_in(7));
}
