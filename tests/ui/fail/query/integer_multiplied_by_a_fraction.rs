// A `bigint` is not multiplied by a fraction (finding D10).
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = Account.select().columns(Account.id * 1.5);
}
