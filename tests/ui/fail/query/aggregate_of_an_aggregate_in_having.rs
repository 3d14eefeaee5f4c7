// An aggregate of an aggregate needs a window, which `having` cannot have.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let names = Account.select().group_by(Account.name);
    let _ = names.having(sum(count()).gt(3));
}
