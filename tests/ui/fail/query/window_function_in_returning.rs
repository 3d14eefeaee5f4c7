// A window is over the rows of a select (findings, section B).
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
    let _ = Account.delete().all_rows().returning(number);
}
