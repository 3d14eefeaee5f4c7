// A value is not a subquery; what it is compared with is not a second error.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
}

fn main() {
    let _ = Account.select().filter(Account.id.eq(scalar(7)));
}
