// A second `having` is a condition on groups as well.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let groups = Account.select().group_by(Account.name).having(count().gt(1));
    let _ = groups.having(count());
}
