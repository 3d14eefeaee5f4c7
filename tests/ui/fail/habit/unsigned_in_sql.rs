// Postgres has no unsigned numbers (finding D10).
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let limit: u64 = 7;
    let _ = Account.select().filter(sql!(bool, "{} < {limit}", Account.id)).columns(Account.id);
}
