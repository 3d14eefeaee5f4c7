// An aggregate of an aggregate needs a window.
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
    let _ = names.order_by(sum(count()) + 1);
}
