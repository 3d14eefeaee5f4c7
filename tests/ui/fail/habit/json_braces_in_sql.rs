// Braces of JSON are doubled (finding D20).
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = Account.select().filter(sql!(bool, "{} @> '{\"a\": 1}'", Account.name));
}
