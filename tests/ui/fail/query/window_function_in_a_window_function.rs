// Window functions are computed together, so none can read another.
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
    let total = sum(Account.id).over(order_by(number));
    let _ = Account.select().columns(total);
}
