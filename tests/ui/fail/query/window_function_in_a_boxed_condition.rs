// A condition is evaluated before windows.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let first = row_number().over(order_by(Account.id)).eq(1);
    let _: BoxedCondition<'_, (Account,)> = first.boxed();
}
