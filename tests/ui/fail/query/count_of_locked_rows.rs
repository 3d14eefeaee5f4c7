// Postgres does not lock rows that an aggregate reads.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
}

fn main() {
    let _ = Account.select().for_update().count();
}
