// The elements of a list must have the type of the column.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    age: Option<i32>,
}

fn main() {
    let _ = Account.select().filter(Account.age.is_in(vec!["forty"]));
}
