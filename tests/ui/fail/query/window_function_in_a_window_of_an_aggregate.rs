// Window functions are computed together, so none can be the argument of another.
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
    let _ = Account.select().columns(sum(number).over(()));
}
