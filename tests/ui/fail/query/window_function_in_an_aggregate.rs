// Aggregates are computed before windows.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let number = row_number().over(order_by(Account.id));
    let _ = Account.select().columns(sum(number));
}
