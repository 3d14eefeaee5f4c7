// A column that has been renamed; the error lists the existing ones.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = Account.select().filter(Account.full_name.eq("Ana"));
}
