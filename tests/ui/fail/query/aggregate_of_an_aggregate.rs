// Aggregates cannot be nested without a window.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = Account.select().columns(max(sum(Account.id)));
}
