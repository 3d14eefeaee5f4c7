// A list is compared by `eq_any`; the condition is not a second error (finding D20).
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
}

fn main() {
    let _ = Account.select().filter(Account.id.is_in(7));
}
