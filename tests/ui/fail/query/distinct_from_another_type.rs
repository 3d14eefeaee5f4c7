// `is_distinct_from` accepts the column's type or an `Option` of it.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = Account.select().filter(Account.age.is_distinct_from("old"));
}
