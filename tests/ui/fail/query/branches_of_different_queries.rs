// Queries with different clauses have different types, until they are boxed.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
}

fn main() {
    let all = true;
    let _ = if all {
        Account.select()
    } else {
        Account.select().filter(Account.id.gt(7))
    };
}
