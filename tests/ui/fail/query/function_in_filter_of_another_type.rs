// The function returns a number.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
    name: String,
}

sql_function!(
    fn levenshtein(a: String, b: String) -> i32;
);

fn main() {
    let _ = Account.select().filter(levenshtein(Account.name, "x"));
}
