// The groups come before `distinct`.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
    name: String,
}

fn main() {
    let _ = Account.select().distinct().group_by(Account.name);
}
