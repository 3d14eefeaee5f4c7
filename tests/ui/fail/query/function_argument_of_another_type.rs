// The second parameter is a text.
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
    let similar = levenshtein(Account.name, 7).le(2);
    let _ = Account.select().filter(similar).columns(Account.id);
}
