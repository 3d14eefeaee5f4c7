// The function reads a table that is not joined.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
    name: String,
}

#[table(name = "orders")]
struct Order {
    account_id: i64,
}

sql_function!(
    fn levenshtein(a: String, b: String) -> i32;
);

fn main() {
    let _ = Order.select().columns(levenshtein(Account.name, "x"));
}
