// `>` is an operator of Rust (related to finding D20).
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = Account.select().group_by(Account.name).having(count() > 3);
}
