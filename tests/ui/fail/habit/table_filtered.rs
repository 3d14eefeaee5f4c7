// The clauses of a query follow `select()` (finding D4).
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = Account.filter(Account.id.eq(1)).order_by(Account.id);
}
